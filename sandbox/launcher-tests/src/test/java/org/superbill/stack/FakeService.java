package org.superbill.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a built service: is ready at once and answers what the launcher asks for. Uses nothing but the JDK. */
public final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("SUPERBILL_DATABASE_URL") != null
                && System.getenv("SUPERBILL_DATABASE_URL").endsWith("/" + System.getenv("FAKE_DIES"))) {
            System.exit(3);
        }
        var port = Integer.parseInt(System.getenv("SUPERBILL_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        var moved = new AtomicReference<>("");
        server.createContext("/clock", exchange -> {
            try (exchange) {
                var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var bytes = (sent.isEmpty() ? moved.get() : moved.updateAndGet(before -> sent))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var isNew = exchange.getRequestMethod().equals("POST");
                var body = isNew ? "{\"id\": \"01900000-0000-7000-8000-000000000001\"}" : "{\"items\": []}";
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isNew ? 201 : 200, bytes.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            }
        });
        server.start();
    }

    /** Makes a folder look like the project, built and with the archives of classes that an earlier run has left. */
    static void buildAndRun(Path root) throws IOException {
        build(root);
        for (var service : ServiceSpec.ALL) {
            var jar = service.jar(root);
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            var ofTheJdk = Path.of(System.getProperty("java.home"), "lib/server/classes.jsa");
            Files.createSymbolicLink(new ClassArchive(jar, false).file(), ofTheJdk);
        }
    }

    /** Makes a folder look like the project, built. */
    static void build(Path root) throws IOException {
        for (var service : ServiceSpec.ALL) {
            Files.createDirectories(service.jar(root).getParent());
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
            var name = FakeService.class.getName().replace('.', '/') + ".class";
            try (var jar = new JarOutputStream(Files.newOutputStream(service.jar(root)), manifest);
                    var code = FakeService.class.getResourceAsStream("/" + name)) {
                jar.putNextEntry(new JarEntry(name));
                code.transferTo(jar);
            }
        }
    }
}
