"""Accounts: who may enter and how. Each user is one member of the workspace; the user's name is the member's id.

Passwords, second factors and sessions are kept by Django and django-allauth in the accounts database, failed attempts
by django-axes. Nothing here knows a claim.
"""
