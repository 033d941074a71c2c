-- Varied searches for wrk: one JSON body a line of the file named after "--". Each thread begins elsewhere in the file.
local threads = 0

function setup(thread)
  thread:set("offset", threads * 499)
  threads = threads + 1
end

function init(args)
  requests = {}
  for body in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
  end
  at = offset % #requests
end

function request()
  at = at % #requests + 1
  return requests[at]
end

-- result: answers a second, p50 ms, p99 ms, errors
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("result %.3f %.3f %.3f %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
