"""Pictures made on the server: SVG without scripts and styles, each of which says in words what it shows.

What is certain is drawn whole; what dates or disputes leave open is hatched, and never joined to it in one bar.
"""
