package org.superbill.coding.coder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CoderApiTest {
    private static final String PATH = "/api/v1/coders";

    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");

    @Test
    void aCoderIsAddedAndChanged() {
        var added = admin.post(PATH, CoderDetails.EXAMPLE)
                .statusCode(201)
                .body("subject", equalTo("ann"))
                .body("active", is(true))
                .extract();
        var path = added.header("Location");
        admin.post(PATH, CoderDetails.EXAMPLE)
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coder-duplicate"));
        var changed = CoderDetails.EXAMPLE.replace("\"loadLimit\":40", "\"loadLimit\":10,\"active\":false");
        admin.put(path, changed, added.header("ETag"))
                .statusCode(200)
                .body("loadLimit", is(10))
                .body("active", is(false));
        admin.put(path, changed, added.header("ETag")).statusCode(412);
        admin.putWithoutRevision(path, changed).statusCode(428);
        var etag = admin.get(path).extract().header("ETag");
        admin.put(path, changed.replace("\"ann\"", "\"bob\""), etag)
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coder-subject-fixed"));
        Api.as(organization, "coder").get(PATH).statusCode(200).body("items.subject", contains("ann"));
    }

    /** A renewal, and a credential that has expired: nothing else changes. */
    @Test
    void aChangeWithinACredentialAloneIsStored() {
        var added = admin.post(PATH, CoderDetails.EXAMPLE).extract();
        var path = added.header("Location");
        admin.put(path, CoderDetails.EXAMPLE.replace("2027-06-30", "2026-03-01"), added.header("ETag"))
                .statusCode(200)
                .body("revision", is(1));
        var read = admin.get(path)
                .body("credentials.expiresOn", contains("2026-03-01"))
                .extract();
        admin.put(path, CoderDetails.EXAMPLE.replace("207Q", "207R"), read.header("ETag"))
                .statusCode(200);
        admin.get(path).body("credentials.expiresOn", contains("2027-06-30")).body("specialties", contains("207R"));
        var same = admin.get(path).extract();
        admin.put(path, CoderDetails.EXAMPLE.replace("207Q", "207R"), same.header("ETag"))
                .statusCode(200)
                .body("revision", is(2));
    }

    @Test
    void theSameRequestTwiceAddsOneCoder() {
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(TestTokens.ofUser("admin", organization, "admin"))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(CoderDetails.EXAMPLE)
                    .post(PATH)
                    .then()
                    .statusCode(201);
        }
        assertThat(admin.get(PATH).extract().jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void othersNeitherSeeNorAddCoders() {
        var path = admin.post(PATH, CoderDetails.EXAMPLE).extract().header("Location");
        Api.as(UUID.randomUUID(), "admin")
                .get(path)
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/coder-not-found"));
        Api.as(organization, "coder").post(PATH, CoderDetails.EXAMPLE).statusCode(403);
        Api.as(organization, "biller").get(PATH).statusCode(403);
        admin.post(PATH, CoderDetails.EXAMPLE.replace("\"CPC\"", "\"cpc\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/credentials/0/kind"));
        admin.post(PATH, CoderDetails.EXAMPLE.replace("\"name\"", "\"fullName\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/fullName"));
    }

    @Test
    void aCredentialCountsThroughItsLastDay() {
        var last = LocalDate.of(2026, 3, 2);
        var coder = new CoderView(
                UUID.randomUUID(),
                "ann",
                "Ann",
                List.of(new Credential("CPC", "1", last)),
                List.of(),
                null,
                true,
                null,
                0);
        assertThat(coder.objection(List.of("CPC", "CCS"), last)).isEmpty();
        assertThat(coder.objection(List.of("CPC", "CCS"), last.plusDays(1)))
                .contains("The coder's credential has expired");
        assertThat(coder.objection(List.of("CIC"), last))
                .contains("The coder has none of the credentials that the case needs");
        assertThat(coder.objection(List.of(), last)).isEmpty();
    }
}
