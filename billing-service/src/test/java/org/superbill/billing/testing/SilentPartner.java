package org.superbill.billing.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A partner, {@code silent}, that takes calls and answers none until it wakes up. */
public final class SilentPartner {
    private static final List<Call> CALLS = new ArrayList<>();

    private static CountDownLatch awake = new CountDownLatch(0);

    private record Call(String method, long nanos) {}

    private SilentPartner() {}

    public static synchronized void fallsSilent() {
        CALLS.clear();
        awake = new CountDownLatch(1);
    }

    public static synchronized void wakesUp() {
        awake.countDown();
    }

    /**
     * How long it was between two calls, since it fell silent.
     *
     * @param method {@code POST} to deliver a file, {@code GET} to look into a mailbox
     */
    public static synchronized List<Duration> pauses(String method) {
        var at = CALLS.stream().filter(call -> call.method().equals(method)).toList();
        return IntStream.range(1, at.size())
                .mapToObj(
                        i -> Duration.ofNanos(at.get(i).nanos() - at.get(i - 1).nanos()))
                .toList();
    }

    private static synchronized CountDownLatch called(String method) {
        CALLS.add(new Call(method, System.nanoTime()));
        return awake;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try {
            called(exchange.getRequestMethod()).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var answer = exchange.getRequestMethod().equals("POST") ? "{\"id\":\"1\"}" : "{\"files\":[]}";
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Starts it for the tests and tells billing where it is. */
    public static class Resource implements QuarkusTestResourceLifecycleManager {
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", SilentPartner::answer);
            server.start();
            return Map.of(
                    "superbill.connection.silent.url",
                    "http://localhost:" + server.getAddress().getPort(),
                    "superbill.connection.silent.timeout",
                    "1S");
        }

        @Override
        public void stop() {
            wakesUp();
            server.stop(0);
        }
    }
}
