"""Prints HTML files with WeasyPrint in one process: weasyprint-batch.py <pdf> <html>…

The PDF is overwritten by each file. Prints the milliseconds that each file took, as JSON.
"""

import json
import sys
import time

from weasyprint import HTML

pdf, *files = sys.argv[1:]
took = []
for file in files:
    begun = time.perf_counter()
    HTML(filename=file).write_pdf(pdf)
    took.append((time.perf_counter() - begun) * 1000)
print(json.dumps(took))
