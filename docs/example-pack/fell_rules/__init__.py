"""The rules of Fell Schools Trust. Nothing here is run by planlint: the rules stand in the files beside it."""
