package org.superbill.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Faults on demand, for this machine and the holder of the control token: {@code GET /processes},
 * {@code POST /processes/NAME/start|stop|kill|restart}, {@code POST /redeliver}; and {@code POST /clock}, which moves the business clock.
 */
final class ControlApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    private ControlApi(Stack stack, HttpServer server) {
        this.stack = stack;
        this.server = server;
    }

    static ControlApi start(Stack stack) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), stack.controlPort());
            var api = new ControlApi(stack, HttpServer.create(address, 0));
            api.server.createContext("/", api::handle);
            api.server.setExecutor(api.workers);
            api.server.start();
            return api;
        } catch (IOException e) {
            throw new StackException(
                    "The control API cannot listen on port %d: %s".formatted(stack.controlPort(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            var body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "Send \"Authorization: Bearer TOKEN\" with the controlToken of stack.json");
        }
        try {
            var path = exchange.getRequestURI().getPath().split("/");
            switch (exchange.getRequestMethod() + " " + (path.length > 1 ? path[1] : "") + " " + path.length) {
                case "GET processes 2":
                    return new Answer(
                            200,
                            Map.of(
                                    "processes",
                                    stack.processes().stream()
                                            .map(StateFile.Recorded::of)
                                            .toList()));
                case "POST processes 4":
                    return change(path[2], path[3]);
                case "POST redeliver 2":
                    return redeliver(exchange.getRequestBody().readAllBytes());
                case "POST clock 2":
                    return moveClock(exchange.getRequestBody().readAllBytes());
                default:
                    return error(
                            404,
                            "There is GET /processes, POST /processes/NAME/start|stop|kill|restart, POST /redeliver, POST /clock");
            }
        } catch (StackException e) {
            return error(500, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            return error(400, "Send {\"subject\": \"ID\", \"topics\": [\"NAME\"]}; both may be absent");
        }
    }

    private Answer change(String name, String verb) {
        var process = stack.find(name);
        if (process.isEmpty()) {
            return error(404, "There is no process of this name; GET /processes lists them");
        }
        switch (verb) {
            case "start" -> process.get().start();
            case "stop" -> process.get().stop();
            case "kill" -> process.get().kill();
            case "restart" -> process.get().restart();
            default -> {
                return error(404, "A process can start, stop, kill or restart");
            }
        }
        return new Answer(200, StateFile.Recorded.of(process.get()));
    }

    private Answer redeliver(byte[] body) throws IOException {
        var request = JSON.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
        var topics = new ArrayList<String>();
        request.path("topics").forEach(topic -> topics.add(topic.asText()));
        var subject = request.path("subject").asText(null);
        return new Answer(200, Map.of("redelivered", stack.redeliver(subject, List.copyOf(topics))));
    }

    private Answer moveClock(byte[] body) throws IOException {
        try {
            var now = Instant.parse(JSON.readTree(body).path("now").asText());
            stack.moveClock(now);
            return new Answer(200, Map.of("now", now.toString()));
        } catch (DateTimeParseException e) {
            return error(400, "Send {\"now\": \"2026-03-02T15:00:00Z\"}");
        }
    }

    private boolean isAllowed(@org.jspecify.annotations.Nullable String authorization) {
        var expected = ("Bearer " + stack.controlToken()).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer error(int status, String message) {
        return new Answer(status, Map.of("error", message));
    }

    private record Answer(int status, Object body) {}
}
