package org.superbill.servicekit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.sample.Runs;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class IdempotencyTest {

    private static final String NOTE = "{\"text\":\"Ünique\"}";

    private final UUID organization = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Inject
    AnswerStore answers;

    LocalPostgres postgres;

    @Test
    void theSameRequestAgainGetsTheFirstAnswerAgain() {
        var runs = Runs.count();
        var first = write(NOTE).post(NOTES);
        first.then().statusCode(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(first.contentType()).startsWith("application/json");
        var again = write(NOTE).post(NOTES);
        assertReplay(first, again);
        assertThat(again.header("Location")).endsWith("/api/v1/notes/" + first.path("id"));
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        assertThat(Runs.count()).isEqualTo(runs + 1);
    }

    @Test
    void answersOfAPlainRecordAndOfNothingAreReplayedToo() {
        String id = write(NOTE).post(NOTES).path("id");
        var copied = write("").post(NOTES + "/" + id + "/copy");
        copied.then().statusCode(200).body("text", equalTo("Ünique"));
        assertReplay(copied, write("").post(NOTES + "/" + id + "/copy"));

        var removed = write("").delete(NOTES + "/" + id);
        removed.then().statusCode(204);
        assertReplay(removed, write("").delete(NOTES + "/" + id));
    }

    @Test
    void aReplayedUpdateComesWithItsOwnETagEvenWhenIfMatchIsStaleByThen() {
        String id = write(NOTE).post(NOTES).path("id");
        var changed = write("{\"text\":\"b\"}").header("If-Match", "\"0\"").put(NOTES + "/" + id);
        changed.then().statusCode(200).header("ETag", "\"1\"");
        assertReplay(
                changed, write("{\"text\":\"b\"}").header("If-Match", "\"0\"").put(NOTES + "/" + id));
        as(token()).get(NOTES + "/" + id).then().header("ETag", "\"1\"");
    }

    @Test
    void aWriteWithoutAKeyIsRefusedAndChangesNothing() {
        var runs = Runs.count();
        as(token())
                .contentType("application/json")
                .body(NOTE)
                .post(NOTES)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://superbill.org/problems/idempotency-key-missing"))
                .body("errors[0].pointer", equalTo("header:Idempotency-Key"));
        assertThat(Runs.count()).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "with space", "ünicode"})
    void aKeyThatIsNoKeyIsRefused(String notAKey) {
        as(token())
                .header("Idempotency-Key", notAKey)
                .contentType("application/json")
                .body(NOTE)
                .post(NOTES)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://superbill.org/problems/idempotency-key-missing"));
    }

    @Test
    void aKeyOf255CharactersIsTakenAndOneOf256IsNot() {
        withKey("k".repeat(255)).body(NOTE).post(NOTES).then().statusCode(201);
        withKey("k".repeat(256)).body(NOTE).post(NOTES).then().statusCode(400);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() { // another query: StuckEventResourceTest
        write(NOTE).post(NOTES).then().statusCode(201);
        var runs = Runs.count();
        for (var other : new Response[] {
            write("{\"text\":\"other\"}").post(NOTES), write(NOTE + " ").post(NOTES)
        }) {
            other.then().statusCode(422).body("type", equalTo("https://superbill.org/problems/idempotency-key-reused"));
        }
        assertThat(Runs.count()).isEqualTo(runs);
    }

    @Test
    void theSameKeyOfAnotherOrganizationSubjectOrAddressIsAnotherRequest() {
        String id = write(NOTE).post(NOTES).path("id");
        var ids = new HashSet<String>();
        ids.add(id);
        ids.add(withToken(TestTokens.of(UUID.randomUUID(), "front-desk"))
                .body(NOTE)
                .post(NOTES)
                .path("id"));
        ids.add(withToken(TestTokens.ofUser("somebody-else", organization, "front-desk"))
                .body(NOTE)
                .post(NOTES)
                .path("id"));
        ids.add(write(NOTE).post(NOTES + "/" + id + "/copy").path("id"));
        assertThat(ids).hasSize(4).doesNotContainNull();
    }

    @Test
    void whileTheFirstStillRunsTheSecondIsToldToWait() throws Exception {
        Runs.holdSlowOnes();
        var first = CompletableFuture.supplyAsync(() -> write(NOTE).post(NOTES + "/slow"), SecondThread.OWN);
        Runs.awaitSlowOne();
        write(NOTE)
                .post(NOTES + "/slow")
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("https://superbill.org/problems/idempotency-in-progress"));
        Runs.letSlowOnesGo();
        first.get().then().statusCode(200);
        assertReplay(first.get(), write(NOTE).post(NOTES + "/slow"));
    }

    @Test
    void aRequestThatFailsStoresNothing() throws SQLException {
        var runs = Runs.count();
        write(NOTE).post(NOTES + "/failing").then().statusCode(500);
        write(NOTE).post(NOTES + "/failing").then().statusCode(500);
        assertThat(Runs.count()).isEqualTo(runs + 2);
        as(token()).get(NOTES).then().body("items.size()", equalTo(0));
        assertThat(stored(organization.toString())).isZero();
    }

    @Test
    void aProblemStoresNothingSoThatTheKeyCanBeUsedAgain() {
        write("{\"text\":\"\"}").post(NOTES).then().statusCode(400);
        write(NOTE).post(NOTES).then().statusCode(201);
    }

    @Test
    void theSameKeyUnderAnotherMethodOnThePathIsAnotherRequest() {
        String id = write(NOTE).post(NOTES).path("id");
        var runs = Runs.count();
        var path = NOTES + "/" + id;
        write(NOTE).header("If-Match", "\"0\"").put(path).then().statusCode(200);
        var removed = write(NOTE).delete(path);
        removed.then().statusCode(204);
        assertThat(removed.header("Idempotency-Replayed")).isNull();
        assertThat(Runs.count()).as("the DELETE was done").isEqualTo(runs + 1);
    }

    @Test
    void permissionIsAskedForBeforeAnAnswerIsReplayed() {
        write(NOTE).post(NOTES).then().statusCode(201);
        withToken(TestTokens.of(organization, "coder"))
                .body(NOTE)
                .post(NOTES)
                .then()
                .statusCode(403);
    }

    @Test
    void aStreamedBodyIsHashedToItsEndAlthoughTheMethodReadsLess() {
        var runs = Runs.count();
        var first = file("ISA*00*first").post(NOTES + "/files");
        first.then().statusCode(200).body("bytes", equalTo(3));
        assertReplay(first, file("ISA*00*first").post(NOTES + "/files"));
        file("ISA*00*other").post(NOTES + "/files").then().statusCode(422);
        assertThat(Runs.count()).isEqualTo(runs + 1);
    }

    @Test
    void theAnswerToACallerWithoutOrganizationIsTheirsAlsoWhenOneWasAssumed() throws SQLException {
        var admin = TestTokens.platformAdmin();
        var first = withToken(admin).body(NOTE).post(NOTES + "/organizations");
        first.then().statusCode(201);
        assertReplay(first, withToken(admin).body(NOTE).post(NOTES + "/organizations"));
        assertThat(stored(first.path("id"))).isZero();
        as(TestTokens.of(UUID.fromString(first.path("id")), "front-desk"))
                .get(NOTES)
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void whatIsStoredCannotBeReadInTheDatabase() throws SQLException {
        write(NOTE).post(NOTES).then().statusCode(201);
        try (var connection = postgres.connect("patient", "postgres");
                var select = connection.prepareStatement(
                        "select answer from idempotency_record where organization_id = ?")) {
            select.setString(1, organization.toString());
            var row = select.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("nique", "text");
        }
    }

    @Test
    void after24HoursTheKeyIsNewAndThenTheRowGoes() throws SQLException {
        String first = write(NOTE).post(NOTES).path("id");
        age("23 hours 59 minutes");
        assertThat(write(NOTE).post(NOTES).<String>path("id")).isEqualTo(first);
        age("24 hours");
        assertThat(write("{\"text\":\"new\"}").post(NOTES).<String>path("id")).isNotEqualTo(first);
        assertThat(stored(organization.toString())).isOne();
        answers.purge();
        assertThat(stored(organization.toString())).isOne();
        age("24 hours");
        answers.purge();
        assertThat(stored(organization.toString())).isZero();
    }

    private void assertReplay(Response first, Response again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    private RequestSpecification write(String body) {
        return withToken(token()).body(body);
    }

    private RequestSpecification withToken(String token) {
        return as(token).header("Idempotency-Key", key).contentType("application/json");
    }

    private RequestSpecification withKey(String other) {
        return as(token()).header("Idempotency-Key", other).contentType("application/json");
    }

    private RequestSpecification file(String text) {
        return as(TestTokens.of(organization, "poster"))
                .header("Idempotency-Key", key)
                .contentType("application/edi-x12")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        return TestTokens.of(organization, "front-desk");
    }

    private int stored(String owner) throws SQLException {
        try (var connection = postgres.connect("patient", "postgres");
                var select = connection.prepareStatement(
                        "select count(*) from idempotency_record where organization_id = ?")) {
            select.setString(1, owner);
            var row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private void age(String interval) throws SQLException {
        try (var connection = postgres.connect("patient", "postgres");
                var update = connection.prepareStatement(
                        "update idempotency_record set stored_at = now() - ?::interval where organization_id = ?")) {
            update.setString(1, interval);
            update.setString(2, organization.toString());
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
