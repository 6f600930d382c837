"""The article window: the text, the candidates beside it, what a person makes of them."""
