"""The public site under `/public/`: the same bytes as `habeas site` writes, made from the register when asked for."""
