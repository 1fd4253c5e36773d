package org.superbill.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class ProxyTest {

    private static final UUID ORGANIZATION = UUID.fromString("01966f2d-0a1b-7c2d-8e3f-4a5b6c7d8e9f");
    private static final String PROBLEM = "application/problem+json";
    private static final int MEGABYTE = 1024 * 1024;

    @TestHTTPResource("/")
    URI gateway;

    @ConfigProperty(name = "superbill.gateway.patient-url")
    URI patientService;

    @Test
    void aRequestReachesTheServiceWithItsQueryAndItsBody() {
        as("biller")
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"3\"")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .body("{\"a\":1}")
                .put("/api/v1/patients/1?limit=2&q=a%2Fb")
                .then()
                .statusCode(200)
                .body("method", equalTo("PUT"))
                .body("uri", equalTo("/api/v1/patients/1?limit=2&q=a%2Fb"))
                .body("bytes", equalTo(7))
                .body("headers.idempotency-key", hasItem("k-1"))
                .body("headers.if-match", hasItem("\"3\""))
                .body("headers.traceparent", hasItem("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .body("headers.authorization[0]", startsWith("Bearer "));
    }

    @Test
    void theServiceHearsFromTheGatewayAloneWhereARequestCameFrom() {
        as("biller")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Organization", UUID.randomUUID())
                .header("Cookie", "session=1")
                .get("/api/v1/patients/echo")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", equalTo(java.util.List.of("127.0.0.1")))
                .body("headers.x-forwarded-proto", equalTo(java.util.List.of("http")))
                .body("headers.x-forwarded-host[0]", equalTo(gateway.getAuthority()))
                .body("headers.forwarded", nullValue())
                .body("headers.x-organization", nullValue())
                .body("headers.cookie", nullValue());
    }

    @Test
    void aSaneRequestIdIsKeptOnBothSides() {
        as("biller")
                .header("X-Request-Id", "visit-7.a")
                .get("/api/v1/patients/echo")
                .then()
                .header("X-Request-Id", "visit-7.a")
                .body("headers.x-request-id", equalTo(java.util.List.of("visit-7.a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with space", "<script>", "0123456789012345678901234567890123456789012345678901234567890123456"})
    void anyOtherRequestIdIsReplaced(String given) {
        var answer = as("biller").header("X-Request-Id", given).get("/api/v1/patients/echo");

        assertThat(answer.header("X-Request-Id")).isNotEqualTo(given).hasSize(36);
        assertThat(answer.jsonPath().getString("headers.x-request-id[0]")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void anAnswerComesBackWithItsStatusAndHeadersAndWithoutTheServicesName() {
        as("biller")
                .post("/api/v1/patients/created")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/patients/1")
                .header("ETag", "\"1\"")
                .header("X-Powered-By", nullValue());
    }

    @Test
    void aServicesOwnProblemPassesUnchanged() {
        as("biller")
                .get("/api/v1/patients/forbidden")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("status", equalTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/patients/echo", "/api/v1/nothing", "/api/v1/events", "/q/health/live", "/nowhere"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        as("biller")
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void onlyTheOriginsThatAreNamedMayCallFromABrowser() {
        given().header("Origin", "https://front.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "idempotency-key")
                .options("/api/v1/patients")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://front.example");
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/patients")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    // --- who may not pass ---

    @Test
    void withoutATokenNothingIsForwarded() throws Exception {
        var before = forwarded();

        given().get("/api/v1/patients/echo")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer")
                .body("type", equalTo("https://superbill.org/problems/unauthenticated"))
                .body("title", equalTo("A valid token is needed"))
                .body("status", equalTo(401))
                .body("instance", equalTo("/api/v1/patients/echo"));

        assertThat(forwarded()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expired",
                "foreign-issuer",
                "foreign-audience",
                "foreign-key",
                "changed",
                "unsigned",
                "no-token",
                "hmac"
            })
    void aTokenThatIsNotGoodForwardsNothing(String kind) throws Exception {
        var before = forwarded();

        given().header("Authorization", "Bearer " + BadTokens.of(kind, ORGANIZATION))
                .body("{}")
                .post("/api/v1/patients/echo")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/unauthenticated"))
                .body("instance", equalTo("/api/v1/patients/echo"));

        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void aRequestIsCountedWithoutSayingWhatWasAskedFor() {
        given().get("/api/v1/patients/01966f2e-5d3b-7e4f-9a67-1c2d3e4f5a6b?name=Doe");

        var metrics = as("biller").get("/q/metrics").asString();

        assertThat(metrics)
                .contains("superbill_gateway_requests_seconds_count{service=\"patient-service\",status=\"401\"}")
                .doesNotContain("01966f2e-5d3b")
                .doesNotContain("Doe");
    }

    @Test
    void theMetricsNeedAToken() {
        given().get("/q/metrics").then().statusCode(401).contentType(PROBLEM);
    }

    // --- what is not there ---

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v2/patients",
                "/api/v1",
                "/nowhere",
                "/q/nothing",
                "/api/v1/event-processing/x/stuck-events"
            })
    void anAddressThatNobodyHasIsNotFound(String path) {
        as("biller")
                .get(path)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/not-found"))
                .body("instance", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../q/metrics",
                "/api/v1/patients/../../../q/metrics",
                "/api/v1/patients/%2e%2e/%2e%2e/%2e%2e/q/metrics",
                "/api/v1/patients/..%2f..%2f..%2fq/metrics",
                "/api/v1/patients/%252e%252e/q/metrics",
                "/api/v1/patients/..;/q/metrics",
                "//api/v1/patients",
            })
    void aPathThatClimbsReachesNobody(String path) throws Exception {
        var before = forwarded();

        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/path-malformed", PROBLEM);
        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void anAddressWrittenInFullIsReadAsItsPath() throws Exception {
        var answer = raw(
                "GET http://elsewhere.example/api/v1/patients/echo?a=b HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + token("biller") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"uri\":\"/api/v1/patients/echo?a=b\"");
    }

    @Test
    void anUnknownMethodIsRefused() throws Exception {
        var answer = raw("TRACE /api/v1/patients/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").contains("/problems/method-not-allowed");
    }

    @Test
    void aBodyWithTwoLengthsReachesNobody() throws Exception {
        var before = forwarded();

        var answer = raw(
                "POST /api/v1/patients/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
                        + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked, identity\r\nConnection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(forwarded()).isEqualTo(before);
    }

    // --- too much ---

    @Test
    void aBodyThatSaysThatItIsOverTheLimitIsRefusedUnread() throws Exception {
        var before = forwarded();

        as("biller")
                .body(new byte[2 * MEGABYTE])
                .post("/api/v1/patients/echo")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/body-too-large"));

        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void aBodyThatTurnsOutToBeOverTheLimitIsCutOff() throws Exception {
        var body = HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(new byte[2 * MEGABYTE]));
        var answer =
                http().send(request("/api/v1/patients/echo").POST(body).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).contains("/problems/body-too-large", "/api/v1/patients/echo");
    }

    @Test
    void anAddressAndHeadersOverTheLimitAreRefusedUnsent() throws Exception {
        var before = forwarded();
        as("biller")
                .get("/api/v1/patients/echo?name=" + "x".repeat(4096))
                .then()
                .statusCode(414)
                .contentType(PROBLEM)
                .header("X-Content-Type-Options", "nosniff")
                .body("type", equalTo("https://superbill.org/problems/uri-too-long"));
        as("biller")
                .header("X-Large", "x".repeat(16 * 1024))
                .get("/api/v1/patients/echo")
                .then()
                .statusCode(431)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/headers-too-large"));
        assertThat(forwarded()).isEqualTo(before);
    }

    @Test
    void aFileThatIsLargerThanAnyOtherBodyMayBePasses() {
        as("biller")
                .contentType("application/edi-x12")
                .body(new ByteArrayInputStream(new byte[20 * MEGABYTE])) // as a byte[] it takes REST-assured 14 s
                .post("/api/v1/x12-files/echo")
                .then()
                .statusCode(200)
                .body("bytes", equalTo(20 * MEGABYTE));
    }

    @Test
    void theGatewaysOwnResourcesHaveTheLimitToo() {
        given().auth()
                .oauth2(TestTokens.platformAdmin())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(new byte[2 * MEGABYTE])
                .post("/api/v1/tokens")
                .then()
                .statusCode(413)
                .contentType(PROBLEM);
    }

    // --- services that are not well ---

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
    void halfAnAnswerIsNotTakenForAnAnswer() {
        var asked = request("/api/v1/codes/half").GET().build();

        assertThatThrownBy(() -> http().send(asked, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    // --- streaming ---

    @Test
    void eachPieceOfABodyPassesBeforeTheNextIsThere() throws Exception {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            var in = socket.getInputStream();
            out.write(("POST /api/v1/patients/parrot HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("biller")
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

    private int forwarded() throws Exception {
        return Integer.parseInt(patientDouble("requests"));
    }

    private String patientDouble(String what) throws Exception {
        return http().send(
                        HttpRequest.newBuilder(patientService.resolve("/double/" + what))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private RequestSpecification as(String role) {
        return given().urlEncodingEnabled(false).auth().oauth2(token(role));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + token("biller"));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static String token(String role) {
        return TestTokens.of(ORGANIZATION, role);
    }
}
