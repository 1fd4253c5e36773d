package org.superbill.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Services that are away, silent or break off. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class ProxyFaultsTest extends ProxyCalls {
    @Test
    void aServiceThatIsAwayIsSaidToBeAway() throws Exception {
        patientDouble("away");
        as("biller")
                .get("/api/v1/codes/search?q=flu")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "2")
                .body("type", equalTo("https://superbill.org/problems/service-unreachable"))
                .body("instance", equalTo("/api/v1/codes/search"));
        patientDouble("back");
        as("biller").get("/api/v1/codes/breaks-off").then().statusCode(502);
    }

    @Test
    void aServiceThatBreaksOffBeforeItAnswersIsABadGateway() {
        as("biller")
                .body("{}")
                .post("/api/v1/codes/breaks-off")
                .then()
                .statusCode(502)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/service-broke-off"));
    }

    @Test
    void aServiceThatSaysNothingTimesOut() {
        as("biller")
                .get("/api/v1/codes/silent")
                .then()
                .statusCode(504)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/service-timed-out"));
    }

    @Test
    void aClientThatStopsSendingIsToldSoAndTheServiceHearsNothingOfIt() throws Exception {
        var before = forwarded();
        assertThat(raw(head("/api/v1/patients/echo", "application/json") + "{\"a\":"))
                .startsWith("HTTP/1.1 408")
                .contains("/problems/request-timed-out");
        assertThat(forwarded()).isEqualTo(before);
        assertThat(raw(head("/api/v1/x12-files/echo", "application/edi-x12") + "ISA*"))
                .startsWith("HTTP/1.1 408")
                .contains("/problems/request-timed-out");
    }

    @Test
    void aClientThatSendsForeverIsGivenUp() throws Exception {
        var before = forwarded();
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(head("/api/v1/patients/echo", "application/json").getBytes(StandardCharsets.US_ASCII));
            var dripping = new Thread(() -> drip(out), "dripping");
            dripping.start();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 408");
            dripping.interrupt();
        }
        assertThat(forwarded()).isEqualTo(before);
    }

    /** A byte each half second: something always moves. */
    private static void drip(OutputStream out) {
        try {
            for (var n = 0; n < 90; n++) {
                out.write(' ');
                out.flush();
                Thread.sleep(500);
            }
        } catch (IOException | InterruptedException e) {
            // the gateway has had enough
        }
    }

    private static String head(String path, String contentType) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                + "\r\nContent-Type: " + contentType + "\r\nContent-Length: 100\r\n\r\n";
    }

    @Test
    void whatTakesLongIsWaitedFor() throws Exception {
        var answer = http().sendAsync(
                        request("/api/v1/x12-files/gated")
                                .header("Content-Type", "application/edi-x12")
                                .POST(HttpRequest.BodyPublishers.ofString("ISA*"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        Thread.sleep(4_000); // twice as long as any other request may be silent
        assertThat(answer).isNotDone();
        openGate(List.of(answer));
        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @Test
    void aCallerHasSoManyFilesUnderWayAndAnotherIsNotHeldUp() throws Exception {
        var before = forwarded();
        var underWay = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (var n = 0; n < 3; n++) {
            underWay.add(upload("many-files"));
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> forwarded() == before + 3);

        var refused = upload("many-files").get();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("/problems/too-many-requests");
        underWay.add(upload("another"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> forwarded() == before + 4);
        openGate(underWay);
        for (var answer : underWay) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        var again = upload("many-files");
        openGate(List.of(again));
        assertThat(again.get().statusCode()).isEqualTo(200);
    }

    /** Again and again, as it closes behind those that stood before it. */
    private void openGate(List<CompletableFuture<HttpResponse<String>>> waiting) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            patientDouble("open-gate");
            return waiting.stream().allMatch(CompletableFuture::isDone);
        });
    }

    private CompletableFuture<HttpResponse<String>> upload(String subject) {
        return http().sendAsync(
                        HttpRequest.newBuilder(gateway.resolve("/api/v1/x12-files/gated"))
                                .header("Authorization", "Bearer " + TestTokens.ofUser(subject, ORGANIZATION, "biller"))
                                .header("Content-Type", "application/edi-x12")
                                .POST(HttpRequest.BodyPublishers.ofString("ISA*"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void halfAnAnswerIsNotTakenForAnAnswer() {
        var asked = request("/api/v1/codes/half").GET().build();

        assertThatThrownBy(() -> http().send(asked, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }
}
