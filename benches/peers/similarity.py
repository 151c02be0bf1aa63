"""Gower's similarity of each two authors, by pandas and numpy: from a table of stances, with the nearest of each author."""

import sys

import numpy
import pandas

stances = pandas.read_csv(sys.argv[1])
values = stances.pivot(index="author", columns="issue", values="value").to_numpy()
known = ~numpy.isnan(values)
filled = numpy.where(known, values, 0.0)
common = known.astype(float) @ known.T.astype(float)
apart = numpy.array([(numpy.abs(filled - row) * (known & there)).sum(axis=1) for row, there in zip(filled, known)])
with numpy.errstate(invalid="ignore"):
    similarity = 1 - apart / common
numpy.fill_diagonal(similarity, numpy.nan)
nearest = numpy.nanargmax(similarity, axis=1)
for author, other in enumerate(nearest):
    print(author, other, round(similarity[author, other], 3))
