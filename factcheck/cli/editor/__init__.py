"""The Language Server Protocol: what a check finds in a draft, shown in the editor while it is written.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""
