package org.superbill.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;

/** Files pass piece by piece and are never held as a whole. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class ProxyStreamingTest extends ProxyCalls {
    @Test
    void eachPieceOfABodyPassesBeforeTheNextIsThere() throws Exception {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            var in = socket.getInputStream();
            out.write(("POST /api/v1/x12-files/parrot HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var heard = new StringBuilder();
            for (var piece : new String[] {"first", "second", "third"}) {
                out.write((Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                while (heard.indexOf(piece) < 0) {
                    var c = in.read();
                    assertThat(c).as("the answer goes on until %s", piece).isGreaterThanOrEqualTo(0);
                    heard.append((char) c);
                }
            }
            assertThat(heard).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aServiceThatReadsSlowlySlowsItsClientInsteadOfFillingMemory() throws Exception {
        var total = 60L * MEGABYTE;
        var sent = new AtomicLong();
        var upload = HttpRequest.BodyPublishers.ofInputStream(() -> new ZeroesTo(total, sent));
        CompletableFuture<HttpResponse<String>> answer = http().sendAsync(
                        request("/api/v1/x12-files/gated").POST(upload).build(), HttpResponse.BodyHandlers.ofString());
        Awaitility.await().until(() -> sent.get() > 0);
        var stalledAt = new AtomicLong(-1);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofMillis(1_500))
                .until(() -> stalledAt.getAndSet(sent.get()) == sent.get());

        assertThat(stalledAt.get()).as("bytes taken while nobody reads").isLessThan(total / 2);
        patientDouble("open-gate");
        assertThat(answer.get().body()).contains("\"bytes\":" + total);
    }

    /** Who reads a little every few seconds keeps a thread of the service, and never stands still. */
    @Test
    void anAnswerThatGoesOnForTooLongIsCut() throws Exception {
        var heard = new AtomicLong();
        try (var answer = http().send(
                        request("/api/v1/patients/drip").GET().build(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThatThrownBy(() -> {
                        while (answer.read() >= 0) {
                            heard.incrementAndGet();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(heard.get()).isBetween(1L, (long) ServiceDoubles.DROPS - 1);
    }
}
