package org.superbill.billing.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A payer's mailboxes, by hand: what comes in is kept, what a test puts into a mailbox is there to be fetched. */
public final class FakePayer {
    private static final Map<String, List<String>> INBOUND = new HashMap<>();
    private static final Map<String, Integer> DELIVERIES = new HashMap<>();
    private static final Map<String, Map<String, byte[]>> MAILBOX = new HashMap<>();
    private static final Map<String, Integer> FETCHES = new HashMap<>();
    private static final Set<String> BROKEN = new HashSet<>();
    private static final Set<String> BREAKING_OFF = new HashSet<>();
    private static int refusals;

    /** Larger files are not taken out of mailboxes in tests. */
    public static final int MOST_BYTES = 1 << 20;

    private FakePayer() {}

    /** The files that came in for an organization, each once, in order. */
    public static synchronized List<String> received(UUID organization) {
        return List.copyOf(INBOUND.getOrDefault(organization.toString(), List.of()));
    }

    /** How often something was delivered, the same bytes counted again. */
    public static synchronized int deliveries(UUID organization) {
        return DELIVERIES.getOrDefault(organization.toString(), 0);
    }

    public static void put(UUID organization, String file) {
        put(organization, UUID.randomUUID().toString(), file);
    }

    /** Puts a file with this name into the mailbox. */
    public static synchronized void put(UUID organization, String id, String file) {
        MAILBOX.computeIfAbsent(organization.toString(), account -> new LinkedHashMap<>())
                .put(id, file.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file into the mailbox that cannot be fetched. */
    public static synchronized void putBroken(UUID organization, String id) {
        put(organization, id, "");
        BROKEN.add(organization + "/" + id);
    }

    /** Puts a file into the mailbox with which the line breaks whenever it is fetched. */
    public static synchronized void putBreakingOff(UUID organization, String id) {
        put(organization, id, "");
        BREAKING_OFF.add(organization + "/" + id);
    }

    /** How often a file was fetched or tried to. */
    public static synchronized int fetches(UUID organization, String id) {
        return FETCHES.getOrDefault(organization + "/" + id, 0);
    }

    /** Every call about its mailbox fails until it is repaired. */
    public static synchronized void breaksTheMailbox(UUID organization) {
        BROKEN.add(organization.toString());
    }

    public static synchronized void repairsTheMailbox(UUID organization) {
        BROKEN.remove(organization.toString());
    }

    public static synchronized int waiting(UUID organization) {
        return MAILBOX.getOrDefault(organization.toString(), Map.of()).size();
    }

    /** The next so many deliveries are taken and then answered as failed, as when the line breaks. */
    public static synchronized void breaksTheLine(int times) {
        refusals = times;
    }

    private static synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        var account = path[2];
        var mailbox = MAILBOX.computeIfAbsent(account, key -> new LinkedHashMap<>());
        var file = account + "/" + path[path.length - 1];
        if (BROKEN.contains(file) || BROKEN.contains(account)) {
            send(exchange, 500, "");
            return;
        }
        if (BREAKING_OFF.contains(file)) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.close();
            return;
        }
        FETCHES.merge(file, exchange.getRequestMethod().equals("GET") ? 1 : 0, Integer::sum);
        if (path[3].equals("inbound")) {
            var delivered = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var files = INBOUND.computeIfAbsent(account, key -> new ArrayList<>());
            DELIVERIES.merge(account, 1, Integer::sum);
            if (!files.contains(delivered)) {
                files.add(delivered);
            }
            if (refusals > 0) {
                refusals--;
                send(exchange, 503, "");
            } else {
                send(exchange, 202, "{\"id\":\"file-%d\"}".formatted(files.indexOf(delivered)));
            }
        } else if (path.length == 4) {
            send(
                    exchange,
                    200,
                    mailbox.keySet().stream()
                            .map(id -> "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"?\"}".formatted(id, id))
                            .collect(Collectors.joining(",", "{\"files\":[", "]}")));
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            mailbox.remove(path[4]);
            send(exchange, 204, "");
        } else {
            send(exchange, 200, new String(mailbox.getOrDefault(path[4], new byte[0]), StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
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
            server.createContext("/mailboxes/", exchange -> {
                try {
                    answer(exchange);
                } catch (RuntimeException e) {
                    exchange.close();
                    throw e;
                }
            });
            server.start();
            return Map.of(
                    "superbill.connection.payer-simulator.url",
                    "http://localhost:" + server.getAddress().getPort(),
                    "superbill.mailbox.every",
                    "0.1S",
                    "superbill.mailbox.retry-after",
                    "0.1S",
                    "superbill.x12-file.max-bytes",
                    String.valueOf(MOST_BYTES),
                    "superbill.status-inquiry.every",
                    "0.5S");
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
