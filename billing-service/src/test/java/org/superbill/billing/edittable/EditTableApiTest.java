package org.superbill.billing.edittable;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.testing.BillingStack;
import org.superbill.servicekit.testing.Migrations;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

/** CMS's tables at the API: loaded whole, seen by nobody until activated, taken back whole. */
@QuarkusTest
@BillingStack
class EditTableApiTest {
    private static final String HEADER =
            "\"column1\",\"column2\",\"deletion_date\",\"modifier_indicator\",\"rationale\"\n";
    private static final String PAIRS = HEADER
            + "A0001,B0002,2020-06-30,0,\"first\"\nA0001,B0002,9999-12-31,1,\"second\"\nA0001,B0003,9999-12-31,0,\"third\"\n";
    private static final String NEXT = HEADER
            + "A0001,B0002,2020-06-30,0,\"first\"\nA0001,B0002,9999-12-31,0,\"second\"\nA0001,B0004,9999-12-31,0,\"fourth\"\n";

    LocalPostgres postgres; // set by ServiceStack

    @AfterEach
    void takeBack() {
        for (var table : EditTable.values()) {
            reader().get("/api/v1/edit-tables/" + table.id() + "/releases")
                    .jsonPath()
                    .getList("items.release", String.class)
                    .forEach(release -> step(table.id(), release, "rollback").statusCode(200));
        }
    }

    private static RequestSpecification request() {
        return given().auth().oauth2(TestTokens.systemOfNone("code-release:load"));
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.of(UUID.randomUUID(), "biller"));
    }

    private static ValidatableResponse load(String name, String content, String query) {
        return load(request(), name, content, query);
    }

    private static ValidatableResponse load(RequestSpecification caller, String name, String content, String query) {
        return load(caller, name, content.getBytes(UTF_8), query);
    }

    private static ValidatableResponse load(RequestSpecification caller, String name, byte[] content, String query) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType("application/octet-stream")
                .body(content)
                .post("/api/v1/edit-tables?" + query)
                .then();
    }

    private static ValidatableResponse step(String table, String release, String verb) {
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/edit-tables/%s/releases/%s/%s".formatted(table, release, verb))
                .then();
    }

    private static ValidatableResponse pair(String column1, String column2, String on) {
        return reader().get("/api/v1/edit-tables/ncci?column1=%s&column2=%s&on=%s".formatted(column1, column2, on))
                .then()
                .statusCode(200);
    }

    @Test
    void aReleaseIsSeenFromItsActivationOnAndUntilItIsTakenBack() {
        load("practitioner_2024q3.csv", PAIRS, "preview=true")
                .statusCode(200)
                .body("changed", equalTo(true))
                .body("releases.table", contains("ncci-practitioner"))
                .body("releases[0].added", equalTo(3));
        reader().get("/api/v1/edit-tables/ncci-practitioner/releases").then().body("items", empty());
        load("practitioner_2024q3.csv", PAIRS, "preview=false").statusCode(201).body("rows", equalTo(3));
        pair("A0001", "B0002", "2026-03-02").body("asAsked", nullValue());
        step("ncci-practitioner", "2024q3", "activate").statusCode(200).body("active", equalTo(true));
        step("ncci-practitioner", "2024q3", "activate").statusCode(200).body("active", equalTo(true));
        pair("A0001", "B0002", "2026-03-02")
                .body("release", equalTo("2024q3"))
                .body("asAsked.rationale", equalTo("second"))
                .body("reversed", nullValue());
        pair("B0002", "A0001", "2020-06-30").body("asAsked", nullValue()).body("reversed.rationale", equalTo("first"));
        step("ncci-practitioner", "2024q3", "rollback").statusCode(200);
        pair("A0001", "B0002", "2026-03-02").body("asAsked", nullValue()).body("release", nullValue());
        step("ncci-practitioner", "2024q3", "activate")
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/edit-table-release-not-found"));
    }

    @Test
    void theSameRowsAgainChangeNothingAndOthersUnderTheLabelAreRefused() {
        load("practitioner_2024q3.csv", PAIRS, "preview=false").statusCode(201);
        load("practitioner_2024q3.csv", PAIRS, "preview=false")
                .statusCode(200)
                .body("changed", equalTo(false))
                .body("releases[0].added", equalTo(0));
        load("practitioner_2024q3.csv", NEXT, "preview=false")
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/edit-table-release-differs"));
        reader().get("/api/v1/edit-tables/ncci-practitioner/releases").then().body("items.rows", contains(3));
    }

    /** Each official file that billing reads: whole, twice, and taken back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ncci_ptp_practitioner_2024q3.csv.gz",
                "ncci_ptp_outpatient_2024q3_active.csv.gz",
                "ncci_mue_practitioner_2024q3.csv.gz",
                "ncci_mue_outpatient_2024q3.csv.gz",
                "ncci_mue_dme_2024q3.csv.gz",
                "ncci_add_on_2024.csv.gz",
                "pfs_indicators_2024.csv.gz",
                "pfs_rvu_2024.csv.gz",
                "pfs_rvu_2025_october.csv.gz",
                "pfs_gpci_2024.csv.gz",
                "pfs_gpci_2025.csv.gz"
            })
    void anOfficialFileIsLoadedWholeASecondTimeChangesNothingAndIsTakenBack(String name)
            throws IOException, SQLException {
        var content = Files.readAllBytes(TestTables.official(name, true));
        var before = state();
        var loaded = load(request(), name, content, "preview=false")
                .statusCode(201)
                .extract()
                .jsonPath();
        var after = state();
        assertThat(after).isNotEqualTo(before);
        load(request(), name, content, "preview=false")
                .statusCode(200)
                .body("changed", equalTo(false))
                .body("rows", equalTo(loaded.getInt("rows")));
        assertThat(state()).isEqualTo(after);
        for (var i = 0; i < loaded.getList("releases").size(); i++) {
            var release = "releases[%d].".formatted(i);
            step(loaded.getString(release + "table"), loaded.getString(release + "release"), "rollback")
                    .statusCode(200);
        }
        assertThat(state()).isEqualTo(before);
    }

    /** Every row of what is stored of the tables. */
    private List<String> state() throws SQLException {
        try (var connection = postgres.connect("billing", "billing_owner")) {
            return Migrations.column(connection, """
                    select md5(t::text) from edit_table_release t union all select md5(t::text) from edit_table_part t
                    union all select md5(t::text) from edit_table_block t order by 1""");
        }
    }

    @Test
    void aReleaseIsComparedWithTheOneBeforeIt() {
        load("practitioner_2024q3.csv", PAIRS, "preview=false").statusCode(201);
        step("ncci-practitioner", "2024q3", "activate").statusCode(200);
        load("practitioner_2024q4.csv", NEXT, "preview=true")
                .body("releases[0].comparedWith", equalTo("2024q3"))
                .body("releases[0].added", equalTo(1))
                .body("releases[0].revised", equalTo(1))
                .body("releases[0].deleted", equalTo(1));
    }

    @Test
    void partsOfAReleaseAreOneTable() {
        var header =
                "CPT only copyright\nColumn 1\tColumn 2\t*=in existence\tEffective Date\tDeletion Date\tModifier\tPTP Edit Rationale\n";
        for (var part = 1; part <= 4; part++) {
            if (part == 4) {
                step("ncci-outpatient", "2024q3", "activate")
                        .statusCode(409)
                        .body("type", equalTo("https://superbill.org/problems/edit-table-release-incomplete"))
                        .body("detail", equalTo("Not loaded yet: f4"));
            }
            load(
                            "ccioph-v302r0-f%d.txt".formatted(part),
                            header + "A000%d\tB0002\t\t20240101\t*\t1\twords\n".formatted(part),
                            "preview=false")
                    .statusCode(201)
                    .body("releases[0].complete", equalTo(part == 4))
                    .body("releases[0].part", equalTo("f" + part));
        }
        step("ncci-outpatient", "2024q3", "activate")
                .statusCode(200)
                .body("rows", equalTo(4))
                .body("parts.part", contains("f1", "f2", "f3", "f4"));
        reader().get("/api/v1/edit-tables/ncci?column1=A0004&column2=B0002&on=2026-03-02&setting=outpatient")
                .then()
                .body("asAsked.effectiveFrom", equalTo("2024-01-01"));
        load("ccioph-v302r0-f5.txt", header + "A0005\tB0002\t\t20240101\t*\t1\twords\n", "preview=false")
                .statusCode(409);
    }

    @Test
    void everythingThatIsKnownOfACodeIsTold() {
        load(
                        "x.csv",
                        "\"hcpcs_code\",\"mue_units\",\"mue_mai\",\"mue_rationale\"\n\"G0299\",6,3,\"Clinical: Data\"\n",
                        "table=mue-practitioner&release=own&effectiveFrom=2026-01-01")
                .statusCode(201);
        step("mue-practitioner", "own", "activate").statusCode(200);
        reader().get("/api/v1/edit-tables/codes?procedureCode=G0299&on=2026-01-01")
                .then()
                .body("unitLimit.units", equalTo(6))
                .body("addOn", nullValue());
        reader().get("/api/v1/edit-tables/codes?procedureCode=G0299&on=2025-12-31")
                .then()
                .body("unitLimit", nullValue());
        reader().get("/api/v1/edit-tables")
                .then()
                .body("items.table", hasItem("fee-indicators"))
                .body("items[2].releases[0].loadedAt", notNullValue());
    }

    @Test
    void whatDoesNotSayItsTableOrReleaseIsAskedForIt() {
        load("pairs.csv", PAIRS, "preview=false").statusCode(422).body("errors.pointer", contains("?table"));
        load("pairs.csv", PAIRS, "table=ncci-outpatient")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/edit-table-name-needed"))
                .body("errors.pointer", contains("?release", "?effectiveFrom"));
        load("pairs.csv", PAIRS, "table=none").statusCode(404);
        load("pairs.csv", PAIRS, "release=a/b").statusCode(400);
        load("letter.txt", "Dear Sir", "preview=false")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/edit-table-file-unknown"));
    }

    @Test
    void aFileWithABadRowIsRefusedWhole() {
        load("practitioner_2024q3.csv", PAIRS + "A1,B0002,9999-12-31,1,\"x\"\n", "preview=false")
                .statusCode(422)
                .body("errors.pointer", contains("/lines/5/column1"));
        reader().get("/api/v1/edit-tables/ncci-practitioner/releases").then().body("items", empty());
    }

    @Test
    void onlyALoaderLoads() {
        for (var role : new String[] {"biller", "billing-manager", "admin"}) {
            load(
                            given().auth().oauth2(TestTokens.of(UUID.randomUUID(), role)),
                            "practitioner_2024q3.csv",
                            PAIRS,
                            "preview=false")
                    .statusCode(403);
        }
        assertThat(given().auth()
                        .oauth2(TestTokens.of(UUID.randomUUID(), "front-desk"))
                        .get("/api/v1/edit-tables")
                        .statusCode())
                .isEqualTo(200);
        request().get("/api/v1/edit-tables").then().statusCode(403);
    }

    @Test
    void aCodeThatIsNoneIsRefused() {
        reader().get("/api/v1/edit-tables/ncci?column1=A1&column2=B0002").then().statusCode(400);
        reader().get("/api/v1/edit-tables/ncci?column1=A0001").then().statusCode(400);
        reader().get("/api/v1/edit-tables/none/releases").then().statusCode(404);
    }
}
