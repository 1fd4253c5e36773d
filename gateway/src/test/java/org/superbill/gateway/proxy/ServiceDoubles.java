package org.superbill.gateway.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands behind the gateway in its tests: patient-service and billing-service answer by the last segment of the path, and
 * coding-service misbehaves on the wire or is away.
 */
public class ServiceDoubles implements QuarkusTestResourceLifecycleManager {

    static final int DROPS = 300;

    private final ExecutorService threads = Executors.newCachedThreadPool(ServiceDoubles::thread);
    private final AtomicInteger requests = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(1);
    private HttpServer patientService;
    private volatile ServerSocket codingService;

    @Override
    public Map<String, String> start() {
        try {
            patientService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            patientService.setExecutor(threads);
            patientService.createContext("/", this::answer);
            patientService.start();
            listen(0);
            var good = "http://localhost:" + patientService.getAddress().getPort();
            var settings = new HashMap<String, String>();
            settings.put("SUPERBILL_PATIENT_URL", good);
            settings.put("SUPERBILL_BILLING_URL", good);
            settings.put("SUPERBILL_CODING_URL", "http://localhost:" + codingService.getLocalPort());
            settings.put("superbill.gateway.idle-timeout", "2s");
            settings.put("superbill.gateway.body-timeout", "6s");
            settings.put("superbill.gateway.answer-timeout", "8s");
            settings.put("superbill.gateway.files-per-caller", "3");
            settings.put("SUPERBILL_CORS_ORIGINS", "https://front.example");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that finds the parts of Vert.x where this class does, whoever starts it: the first to write JSON loads them for all. */
    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "service-double");
        thread.setContextClassLoader(ServiceDoubles.class.getClassLoader());
        return thread;
    }

    @Override
    public void stop() {
        patientService.stop(0);
        threads.shutdownNow();
        try {
            codingService.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code /double/…} is for the tests themselves. */
    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        if (!path.startsWith("/double/")) {
            requests.incrementAndGet();
        }
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "requests" -> send(exchange, 200, Integer.toString(requests.get()));
            case "open-gate" -> {
                gate.countDown();
                gate = new CountDownLatch(1);
                send(exchange, 200, "open");
            }
            case "away" -> {
                codingService.close();
                send(exchange, 200, "away");
            }
            case "back" -> {
                listen(codingService.getLocalPort());
                send(exchange, 200, "back");
            }
            case "parrot" -> parrot(exchange);
            case "gated" -> gated(exchange);
            case "drip" -> drip(exchange);
            case "created" -> {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                "http://localhost:" + exchange.getLocalAddress().getPort() + "/api/v1/patients/1");
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.getResponseHeaders().set("X-Powered-By", "double");
                send(exchange, 201, "{}");
            }
            case "put-only" -> {
                exchange.getResponseHeaders().set("Allow", "OPTIONS, PUT");
                send(exchange, 405, "{}");
            }
            case "forbidden" -> {
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                send(exchange, 403, "{\"status\":403}");
            }
            default -> echo(exchange);
        }
    }

    /** An answer that never stands still and takes a minute and a half. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (var drop = 0; drop < DROPS; drop++) {
                out.write('.');
                out.flush();
                Thread.sleep(300);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var headers = new JsonObject();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), new JsonArray(values)));
        var bytes = exchange.getRequestBody().readAllBytes().length;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(
                exchange,
                200,
                new JsonObject()
                        .put("method", exchange.getRequestMethod())
                        .put("uri", exchange.getRequestURI().toString())
                        .put("bytes", bytes)
                        .put("headers", headers)
                        .encode());
    }

    /** Says each piece back as soon as it has it. */
    private static void parrot(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody();
                var in = exchange.getRequestBody()) {
            var buffer = new byte[8192];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
            }
        }
    }

    /** Reads nothing until it is told to. */
    private void gated(HttpExchange exchange) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        echo(exchange);
    }

    private void listen(int port) throws IOException {
        var listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        codingService = listening;
        threads.submit(() -> {
            try {
                while (true) {
                    var socket = listening.accept();
                    threads.submit(() -> misbehave(socket));
                }
            } catch (IOException closed) {
                // away, or the end of the tests
            }
        });
    }

    private void misbehave(Socket socket) {
        try (socket) {
            var line = new StringBuilder();
            for (var c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            if (line.indexOf("silent") >= 0) {
                socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } else if (line.indexOf("half") >= 0) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        } catch (IOException clientLeft) {
            // which is what these tests are about
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
