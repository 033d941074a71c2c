"""Runs the snippet on standard input, then writes what requests.post was answered to standard error, a line each."""
import json
import sys

try:
    import requests
except ImportError:
    sys.exit(77)

post = requests.post
answers = []


def recorded(*args, **kwargs):
    response = post(*args, **kwargs)
    answers.append(response)
    return response


requests.post = recorded
exec(compile(sys.stdin.buffer.read().decode("utf-8"), "snippet", "exec"), {"requests": requests})
for answer in answers:
    answer.raise_for_status()
    print(json.dumps(answer.json()), file=sys.stderr)
