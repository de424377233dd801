"""Articles from files: text, Markdown, saved web pages, JSON lines, lists; one format a module."""

from geomap.articles.counting import count_articles
from geomap.articles.reading import ArticleBatch, Remark, iter_articles, read_articles

__all__ = ["ArticleBatch", "Remark", "count_articles", "iter_articles", "read_articles"]
