-- Of 100 requests 80 read a page, 15 answer one question of yesterday's check-in (today's is refused before the evening), 5 ask for the suspects.
local pages = { "/", "/cramp", "/check-in", "/nights", "/evidence", "/settings", "/profile", "/trials" }
local day = os.getenv("SOLEUS_LOAD_DAY")
local form = { ["content-type"] = "application/x-www-form-urlencoded" }
local number = 0

function init(args)
  form["host"] = wrk.host .. ":" .. wrk.port
end

-- People pause between two taps. 200 of them ask a server that answers at once about 1,140 times a second.
if os.getenv("SOLEUS_LOAD_PAUSES") ~= "none" then
  function delay()
    return math.random(100, 250)
  end
end

function request()
  number = number + 1
  local kind = number % 20
  if kind == 0 then
    return wrk.format("GET", "/suspects")
  elseif kind % 7 == 1 then
    local answer = math.floor(number / 20) % 2 == 0 and "yes" or "no"
    local body = "zone=Europe%2FBerlin&x-hot-day=" .. answer
    return wrk.format("POST", "/check-in/" .. day .. "/evening", form, body)
  end
  return wrk.format("GET", pages[number % #pages + 1])
end

function done(summary, latency)
  io.write(string.format(
    "requests %d, failed %d, %.0f a second; median %.1f ms, 99 %% %.1f ms, slowest %.0f ms\n",
    summary.requests,
    summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout + summary.errors.connect,
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
