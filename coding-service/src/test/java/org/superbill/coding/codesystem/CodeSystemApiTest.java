package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.events.CodeReleaseActivated;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodeSystemApiTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final Api CODER = Api.as(ORGANIZATION, "coder");
    private static final Api LOADER = Api.loader(ORGANIZATION);

    @Inject
    CodeStore store;

    @Inject
    ShippedReleases shipped;

    LocalPostgres postgres; // set by ServiceStack

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    @Test
    void theShippedReleasesAreLoadedAndInForce() {
        CODER.get("/api/v1/code-systems/icd-10-cm/releases")
                .statusCode(200)
                .body("release", contains("2026", "2025"))
                .body("codes", contains(98_186, 97_584))
                .body("active", everyItem(is(true)))
                .body("licence", everyItem(containsString("public domain")));
        CODER.get("/api/v1/code-systems/hcpcs/releases").statusCode(200).body("codes", hasItem(8_033));
    }

    @Test
    void loadingThemAgainDoesNothing() {
        assertThat(shipped.loadMissing()).isEmpty();
        assertThat(store.releases(CodeSystem.ICD_10_CM)).hasSize(2);
    }

    @Test
    void aCodeOfNoReleaseIsNotStored() throws SQLException {
        try (var connection = postgres.connect("coding", "coding_service");
                var statement = connection.createStatement()) {
            assertThatThrownBy(
                            () -> statement.executeUpdate(
                                    "insert into code (release_id, position, code, billable, display) values (0, 1, 'A00', false, 'Cholera')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("There is no code_release 0");
        }
    }

    @Test
    void aCodeIsReadAsOfADayWithOrWithoutItsDot() {
        CODER.get("/api/v1/codes/icd-10-cm/j069?on=2026-03-02")
                .statusCode(200)
                .body("code", equalTo("J06.9"))
                .body("billable", is(true))
                .body("header", is(false))
                .body("parent", equalTo("J06"))
                .body("validOnDate", is(true))
                .body("release", equalTo("2026"))
                .body("warnings", empty());
        CODER.get("/api/v1/codes/icd-10-cm/J06?on=2026-03-02")
                .statusCode(200)
                .body("billable", is(false))
                .body("header", is(true))
                .body("parent", nullValue());
    }

    @Test
    void aCodeThatExistsButNotOnTheDayIsFlagged() {
        CODER.get("/api/v1/codes/icd-10-cm/E11A?on=2025-09-30")
                .statusCode(200)
                .body("validOnDate", is(false))
                .body("release", equalTo("2025"))
                .body("validFrom", equalTo("2025-10-01"));
        CODER.get("/api/v1/codes/icd-10-cm/E11A?on=2025-10-01").statusCode(200).body("validOnDate", is(true));
        // terminated on 31 December 2021
        CODER.get("/api/v1/codes/hcpcs/A4397?on=2026-03-02")
                .statusCode(200)
                .body("validOnDate", is(false))
                .body("validTo", equalTo("2021-12-31"))
                .body("warnings", hasItem(containsString("2024-12-31")));
        CODER.get("/api/v1/codes/icd-10-cm/Z23?on=2024-09-30")
                .statusCode(200)
                .body("validOnDate", is(false))
                .body("warnings", hasItem(containsString("No release")));
    }

    @Test
    void whatDoesNotExistIsAProblem() {
        CODER.get("/api/v1/codes/icd-10-cm/QQQ99?on=2026-03-02")
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/code-not-found"));
        CODER.get("/api/v1/codes/icd-9/Z23")
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/code-system-not-found"));
        CODER.get("/api/v1/codes/icd-10-cm/Z23?on=yesterday")
                .statusCode(400)
                .body("type", equalTo("https://superbill.org/problems/validation-failed"))
                .body("errors[0].pointer", equalTo("?on"));
        CODER.get("/api/v1/codes/search?q=flu&system=icd-9")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?system"));
        CODER.get("/api/v1/codes/search").statusCode(400);
        CODER.get("/api/v1/codes/search?q=flu&limit=0").statusCode(400);
    }

    @Test
    void aSearchFindsTheVaccination() {
        CODER.get("/api/v1/codes/search?q={words}&system=icd-10-cm&on=2026-03-02&limit=3", "flu shot")
                .statusCode(200)
                .body("items.code", hasItem("Z23"))
                .body("items.size()", lessThanOrEqualTo(3))
                .body("items[0].release", equalTo("2026"))
                .body("warnings", empty());
        CODER.get("/api/v1/codes/search?q=E11.A&system=icd-10-cm&on=2025-09-30")
                .statusCode(200)
                .body("items[0].code", equalTo("E11.A"))
                .body("items[0].validOnDate", is(false));
    }

    @Test
    void aReleaseOfOnesOwnIsLoadedActivatedFoundAndTold() {
        var csv = "code,display,billable\n1111F,Invented walking lesson,true\n1112F,Invented swimming lessons,true\n";
        LOADER.load("cpt", "own-1", "2026-01-01", csv)
                .statusCode(201)
                .body("active", is(false))
                .body("codes", is(2));
        CODER.get("/api/v1/codes/cpt/1111F?on=2026-03-02").statusCode(404);
        CODER.get("/api/v1/codes/search?q=walking lessons&system=cpt&on=2026-03-02")
                .body("items", empty());

        LOADER.post("/api/v1/code-systems/cpt/releases/own-1/activate", "")
                .statusCode(200)
                .body("active", is(true));
        CODER.get("/api/v1/codes/cpt/1111f?on=2026-03-02").statusCode(200).body("validOnDate", is(true));
        CODER.get("/api/v1/codes/search?q=walking lessons&system=cpt&on=2026-03-02")
                .statusCode(200)
                .body("items[0].code", equalTo("1111F"))
                .body("items[0].release", equalTo("own-1"));
        try (var events = TestEvents.open()) {
            var told = events.await(
                    CodeReleaseActivated.class, "cpt", event -> event.release().equals("own-1"));
            assertThat(told.codes()).isEqualTo(2);

            LOADER.post("/api/v1/code-systems/cpt/releases/own-1/activate", "").statusCode(200);
            assertThat(events.all(CodeReleaseActivated.class, "cpt"))
                    .filteredOn(event -> event.release().equals("own-1"))
                    .hasSize(1);
        }
    }

    @Test
    void aReleaseIsNeverEdited() {
        var csv = "code,display,billable\n1211F,Invented dance,true\n";
        LOADER.load("cpt", "own-2", "2025-01-01", csv).statusCode(201);
        LOADER.load("cpt", "own-2", "2025-01-01", csv.replace("\n", "\r\n"))
                .statusCode(200)
                .body("codes", is(1));
        LOADER.load("cpt", "own-2", "2025-01-01", csv.replace("dance", "song"))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/code-release-differs"));
        LOADER.load("cpt", "own-2", "2025-02-01", csv).statusCode(409);
        CODER.get("/api/v1/code-systems/cpt/releases").body("release.findAll { it == 'own-2' }", hasSize(1));
    }

    @Test
    void aFileWithABadRowIsRefusedWhole() {
        LOADER.load("cpt", "bad", "2026-01-01", "code,display,billable\n1311F,Invented,true\nZ23,A diagnosis,true\n")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-release-rows-invalid"))
                .body("errors.pointer", contains("/lines/3/code"))
                .body("errors[0].message", containsString("Line 3"));
        CODER.get("/api/v1/code-systems/cpt/releases").body("release", not(hasItem("bad")));
        LOADER.post("/api/v1/code-systems/cpt/releases/bad/activate", "").statusCode(404);
    }

    @Test
    void theSandboxReleaseIsForTheSandbox() {
        LOADER.load("cpt", "sandbox", "2020-01-01", "code,display,billable\n1411F,Invented,true\n")
                .statusCode(201); // the profile here is test
    }

    @Test
    void onlyALoaderLoads() {
        CODER.load("cpt", "no", "2026-01-01", "code,display,billable\n1511F,Invented,true\n")
                .statusCode(403);
        CODER.post("/api/v1/code-systems/cpt/releases/sandbox/activate", "").statusCode(403);
        Api.as(TestTokens.platformAdmin()).get("/api/v1/codes/icd-10-cm/Z23").statusCode(403);
    }

    @Test
    void aLoaderNeedsNoOrganization() {
        var loader = Api.as(TestTokens.systemOfNone("code-release:load"));
        loader.load("cpt", "own-3", "2024-01-01", "code,display,billable\n1611F,Invented,true\n")
                .statusCode(201);
        loader.post("/api/v1/code-systems/cpt/releases/own-3/activate", "").statusCode(200);
    }
}
