package org.superbill.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;
import static org.superbill.servicekit.sample.Api.write;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.sample.LogOfTest;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class ProblemAnswersTest {

    private static final String SENT = "Zaphod-Beeblebrox";

    private final LogOfTest log = new LogOfTest();

    @BeforeEach
    void watchTheLog() {
        log.start();
    }

    @AfterEach
    void theLogNeverQuotesWhatWasSent() {
        assertThat(log.stop())
                .isNotEmpty()
                .noneMatch(text -> text.contains(SENT))
                .noneMatch(text -> text.contains("insert into"));
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'a','Zaphod-Beeblebrox':1}                | /Zaphod-Beeblebrox | unknown-field",
                "{'text':'a','lines':[{'units':1,'colour':'red'}]} | /lines/0/colour    | unknown-field",
                "{'text':17}                                       | /text              | wrong-type",
                "{'text':'a','date':'Zaphod-Beeblebrox'}           | /date              | wrong-type",
                "{'text':'a','date':'2026-02-30'}                  | /date              | wrong-type",
                "{'text':'a','date':'2026-02-20T10:00'}            | /date              | wrong-type",
                "{'text':'a','date':'+12026-02-20'}                | /date              | wrong-type",
                "{'text':'a','amountCents':'100'}                  | /amountCents       | wrong-type",
                "{'text':'a','amountCents':1.5}                    | /amountCents       | wrong-type",
                "{'text':'a','amountCents':99999999999999999999}   | /amountCents       | out-of-range",
                "{'text':'a','kind':'Zaphod-Beeblebrox'}           | /kind              | wrong-type",
                "{'text':'a','kind':0}                             | /kind              | wrong-type",
                "{'text':'a','about':'Zaphod-Beeblebrox'}          | /about             | wrong-type",
                "{'text':'a','lines':{}}                           | /lines             | wrong-type",
                "{'text':'a','lines':[{'units':null}]}             | /lines/0/units     | wrong-type",
                "[]                                                | ''                 | wrong-type",
                "{}                                                | /text              | required",
                "{'text':' '}                                      | /text              | required",
                "{'text':'a','lines':[{'units':1},{'units':0}]}    | /lines/1/units     | min",
                "{'text':'01234567890123456789012345678901234567890'} | /text           | size",
            })
    void aFieldThatIsNotValidIsNamedByItsPointer(String body, String pointer, String code) {
        var answer = write(body.trim().replace('\'', '"')).post(NOTES).then();
        problem(answer, 400, "validation-failed");
        answer.body("errors.size()", equalTo(1))
                .body("errors[0].pointer", equalTo(pointer.replace("''", "")))
                .body("errors[0].code", equalTo(code));
        if (!"/Zaphod-Beeblebrox".equals(pointer)) {
            answer.body(not(containsString(SENT)));
        }
    }

    @Test
    void everyInvalidFieldIsTold() {
        write("{\"text\":\"\",\"lines\":[{\"units\":0}]}")
                .post(NOTES)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/lines/0/units", "/text")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text':'Zaphod-Beeblebrox'",
                "{'text':'Zaphod-Beeblebrox'} trailing",
                "{'text':'a','text':'Zaphod-Beeblebrox'}",
                "{text:Zaphod-Beeblebrox}",
                "Zaphod-Beeblebrox"
            })
    void whatIsNotJsonIsAMalformedRequest(String body) {
        problem(write(body.replace('\'', '"')).post(NOTES).then(), 400, "malformed-request");
    }

    @Test
    void anEmptyBodyIsToldAsMissing() {
        var answer = write("").post(NOTES).then();
        assertThat(answer.extract().statusCode()).isEqualTo(400);
        answer.contentType("application/problem+json");
    }

    @Test
    void whatTheHttpLayerRefusesIsAProblemToo() {
        var token = TestTokens.of(UUID.randomUUID(), "front-desk");
        problem(as(token).get("/api/v1/nowhere").then(), 404, "not-found");
        problem(as(token).get(NOTES + "/not-a-uuid").then(), 404, "not-found");
        problem(as(token).get(NOTES + "/" + UUID.randomUUID()).then(), 404, "not-found");
        problem(as(token).get(NOTES + "/not%20a%7Buuid%7D").then(), 404, "not-found")
                .body("instance", equalTo(NOTES + "/not%20a%7Buuid%7D"));
        problem(as(token).header("Accept", "garbage").get(NOTES).then(), 406, "not-acceptable");
        as(token).options(NOTES).then().statusCode(200).header("Allow", "GET, HEAD, OPTIONS, POST");
        as(token).options(NOTES + "/" + UUID.randomUUID()).then().header("Allow", "DELETE, GET, HEAD, OPTIONS, PUT");
        problem(as(token).patch(NOTES).then(), 405, "method-not-allowed").header("Allow", "GET, HEAD, OPTIONS, POST");
        problem(as(token).patch(NOTES + "/" + UUID.randomUUID()).then(), 405, "method-not-allowed")
                .header("Allow", "DELETE, GET, HEAD, OPTIONS, PUT");
        problem(as(token).accept("text/csv").get(NOTES).then(), 406, "not-acceptable");
        problem(as(token).contentType("text/plain").body(SENT).post(NOTES).then(), 415, "unsupported-media-type");
        problem(as(token).queryParam("limit", "0").get(NOTES).then(), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("?limit"));
        problem(as(token).queryParam("cursor", SENT).get(NOTES).then(), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("?cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "limit", "units", "kind", "about"})
    void aQueryParameterOfTheWrongTypeIsNamed(String parameter) {
        var token = TestTokens.of(UUID.randomUUID(), "front-desk");
        problem(as(token).queryParam(parameter, SENT).get(NOTES).then(), 400, "validation-failed")
                .body("errors.pointer", equalTo(List.of("?" + parameter)))
                .body("errors[0].code", equalTo("wrong-type"));
    }

    @Test
    void aQueryParameterThatNobodyTakesIsRefused() {
        var token = TestTokens.of(UUID.randomUUID(), "front-desk");
        problem(
                        as(token)
                                .queryParam("unit", 1)
                                .queryParam("limit", 5)
                                .get(NOTES)
                                .then(),
                        400,
                        "validation-failed")
                .body("errors.pointer", equalTo(List.of("?unit")))
                .body("errors.code", equalTo(List.of("unknown-field")));
    }

    @Test
    void aQueryParameterThatBreaksARuleIsNamed() {
        var token = TestTokens.of(UUID.randomUUID(), "front-desk");
        problem(as(token).queryParam("units", 0).get(NOTES).then(), 400, "validation-failed")
                .body("errors.pointer", equalTo(List.of("?units")))
                .body("errors[0].code", equalTo("min"));
    }

    @Test
    void anIdThatIsWrittenShorterIsNone() {
        var token = TestTokens.of(UUID.randomUUID(), "front-desk");
        String id = as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post(NOTES)
                .path("id");
        assertThat(id).startsWith("0"); // a UUIDv7 of this century
        as(token).get(NOTES + "/" + id).then().statusCode(200);
        problem(as(token).get(NOTES + "/" + id.substring(1)).then(), 404, "not-found");
        problem(as(token).get(NOTES + "?about=" + id.substring(1)).then(), 400, "validation-failed")
                .body("errors[0].pointer", equalTo("?about"));
    }

    /** Kept open it would wait for a body that nobody reads. */
    @Test
    void aConnectionWhoseBodyIsOverTheLimitIsClosedWithTheAnswer() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("""
                    POST %s HTTP/1.1
                    Host: x
                    Content-Type: application/json
                    Content-Length: 11000000

                    {"text":""".formatted(NOTES).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8); // to the end
            assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
        }
    }

    /** JSON, which the kit reads whole, and a file, which the method reads. */
    @ParameterizedTest
    @CsvSource({"application/json, '', {\"text\":", "application/edi-x12, /files, IS"})
    void aClientThatBreaksOffItsUploadIsNoFailureOfTheService(String type, String path, String begun) throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoLinger(true, 0); // reset, as when the client dies
            socket.getOutputStream().write("""
                    POST %s HTTP/1.1
                    Host: x
                    Authorization: Bearer %s
                    Idempotency-Key: %s
                    Content-Type: %s
                    Content-Length: 1000

                    %s""".formatted(
                            NOTES + path,
                            TestTokens.system(UUID.randomUUID(), "patient:write", "x12-file:upload"),
                            UUID.randomUUID(),
                            type,
                            begun)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(500); // until it is being read
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(log.texts()).anyMatch(text -> text.contains("400 malformed-request")));
        assertThat(log.texts()).noneMatch(text -> text.contains("internal-error"));
    }

    @Test
    void aBodyOverTheLimitIsAProblem() {
        var body = "{\"text\":\"" + "x".repeat(11_000_000) + "\"}";
        problem(write(body).post(NOTES).then(), 413, "body-too-large");
    }

    @Test
    void aBodyOverTheLimitThatDoesNotSayItsLengthIsAProblem() throws Exception {
        var body = "{\"text\":\"" + "x".repeat(11_000_000) + "\"}";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + NOTES))
                .header("Authorization", "Bearer " + TestTokens.of(UUID.randomUUID(), "front-desk"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("https://superbill.org/problems/body-too-large");
    }

    @Test
    void jsonOfMoreThanAMebibyteIsAProblemAndOfLessIsRead() {
        var start = "{\"text\":\"a\",\"label\":\"";
        problem(
                write(start + "x".repeat(1_048_577 - start.length() - 2) + "\"}")
                        .post(NOTES)
                        .then(),
                413,
                "body-too-large");
        write(start + "x".repeat(1_048_576 - start.length() - 2) + "\"}")
                .post(NOTES)
                .then()
                .statusCode(not(413));
    }

    @Test
    void jsonOfVeryManyPiecesIsNotReadToItsEnd() {
        problem(
                write("{\"text\":\"a\",\"lines\":[" + "{\"units\":1},".repeat(85_000) + "{\"units\":1}]}")
                        .post(NOTES)
                        .then(),
                400,
                "malformed-request");
    }

    @Test
    void anAddressOverTheLimitIsAProblem() {
        var token = TestTokens.of(UUID.randomUUID(), "front-desk");
        var longest = NOTES + "?limit=5&ignored=";
        longest += "x".repeat(4096 - longest.length());
        as(token).get(longest).then().statusCode(not(414));
        problem(as(token).get(longest + SENT).then(), 414, "uri-too-long");
        problem(as(token).get(longest + "x".repeat(100_000)).then(), 414, "uri-too-long");
    }

    @Test
    void headersOverTheLimitAreAProblem() {
        var token = TestTokens.of(UUID.randomUUID(), "front-desk");
        as(token).header("X-Large", "x".repeat(18_000)).get(NOTES).then().statusCode(200);
        problem(
                as(token)
                        .header("X-Large", SENT + "x".repeat(20_480))
                        .get(NOTES)
                        .then(),
                431,
                "headers-too-large");
        problem(as(token).header("X-Large", "x".repeat(200_000)).get(NOTES).then(), 431, "headers-too-large");
    }

    @Test
    void whatFailsInsideSaysNothingOfTheInside() {
        problem(write("{\"text\":\"" + SENT + "\"}").post(NOTES + "/failing").then(), 500, "internal-error");
    }

    @Test
    void aCollisionInTheDatabaseIsAConflictWithoutSql() {
        var organization = UUID.randomUUID();
        var body = "{\"text\":\"a\",\"label\":\"" + SENT + "\"}";
        write(organization, body).post(NOTES).then().statusCode(201);
        problem(write(organization, body).post(NOTES).then(), 409, "conflict")
                .body(not(containsString("note_organization_id")));
    }

    @Test
    void aCharacterThatTheDatabaseCannotKeepIsTheCallersMistake() {
        problem(write("{\"text\":\"a\\u0000b\"}").post(NOTES).then(), 400, "malformed-request");
    }

    @Test
    void aChangeThatComesBetweenIsStale() {
        problem(write("{\"text\":\"a\"}").post(NOTES + "/stale-in-database").then(), 412, "stale");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", not(equalTo(null)))
                .body("type", equalTo("https://superbill.org/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", not(equalTo(null)))
                .body("detail", not(containsString(SENT)))
                .body("instance", containsString("/api/v1/"));
    }
}
