"""Russian, and Kazakh as far as names, dates, articles and entries go: documents in, the same values out as for
English.

In comes a `Document` whose language is `ru` or `kk`; out goes a `Context` with its people, and rules that read it. It
never loads the dictionary for a text in another language. `pipeline` is the way in.
"""
