package org.superbill.coding.codingquery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** patient-service as far as coding asks it: every document of every encounter has the same text but for one, for whoever has a token. */
public class RecordDouble implements QuarkusTestResourceLifecycleManager {
    static final String TEXT = "LABS: Na 128 mmol/L. PLAN: fluid restriction, repeat BMP. RADIOLOGY: pneumonia.";

    /** The document with a conclusion. */
    public static final UUID ASTHMA = UUID.fromString("01980000-0000-7000-8000-0000000000a5");

    /** With the same text, which is given only to whoever says for whom, why and from where it is read: {@link #TOLD}. */
    public static final UUID TRACED = UUID.fromString("01980000-0000-7000-8000-0000000000a6");

    /** With much to be asked by yes or no. */
    public static final UUID STAY = UUID.fromString("01980000-0000-7000-8000-0000000000a7");

    static final String OF_STAY =
            "Left heel pressure ulcer, unstageable. Displaced fracture of the left femoral neck after fall. "
                    + "Acute on chronic systolic heart failure treated with furosemide. Deep vein thrombosis of the right femoral vein on day 5. "
                    + "E. coli urinary tract infection with indwelling catheter. Right lower lobe pneumonia on CT. No sepsis.";

    public static final Map<String, String> TOLD = Map.of(
            "X-Forwarded-For", "203.0.113.7",
            "X-Request-Id", "record-double-1",
            "X-Purpose-Of-Use", "TREAT",
            "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var common = new ObjectMapper().writeValueAsBytes(Map.of("text", TEXT));
            var asthma = new ObjectMapper()
                    .writeValueAsBytes(Map.of("text", "Assessment: Asthma, mild persistent, uncomplicated."));
            var stay = new ObjectMapper().writeValueAsBytes(Map.of("text", OF_STAY));
            started.createContext("/api/v1/encounters/", exchange -> {
                var isKnown = exchange.getRequestHeaders().getFirst("Authorization") != null
                        && exchange.getRequestURI().getPath().contains("/documents/")
                        && (!exchange.getRequestURI().getPath().endsWith(TRACED.toString()) || isTold(exchange));
                var document = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
                var body = List.of(ASTHMA.toString(), TRACED.toString()).contains(document)
                        ? asthma
                        : document.equals(STAY.toString()) ? stay : common;
                exchange.sendResponseHeaders(isKnown ? 200 : 401, isKnown ? body.length : -1);
                exchange.getResponseBody().write(isKnown ? body : new byte[0]);
                exchange.close();
            });
            started.start();
            server = started;
            return Map.of(
                    "superbill.patient-url",
                    "http://127.0.0.1:" + started.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTold(HttpExchange exchange) {
        return TOLD.entrySet().stream()
                .allMatch(told -> List.of(told.getValue())
                        .equals(exchange.getRequestHeaders().get(told.getKey())));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
