package org.superbill.patient.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestTokens;

@ServiceTest
class OrganizationTest {
    @Test
    void isCreatedByThePlatformsAdministratorAndSeenByItsOwnPeople() {
        var answer = Clinic.writing(TestTokens.platformAdmin())
                .body(Body.organization().with("taxId", "58-7654321").toString())
                .post("/api/v1/organizations");

        var id = Clinic.created(answer);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Location")).endsWith("/api/v1/organization");
        var own = given().auth().oauth2(TestTokens.of(id, "admin")).get("/api/v1/organization");
        assertThat(PlainJson.of(own).getString("id")).isEqualTo(id.toString());
        assertThat(PlainJson.of(own).getString("taxId")).isEqualTo("587654321");
        assertThat(PlainJson.of(own).getString("submitter.extension")).isEqualTo("231");
    }

    @Test
    void isListedByNameForThePlatformsAdministrator() {
        var clinic = Clinic.opens(Body.organization().with("name", "LISTED CLINIC"));
        var names = new ArrayList<String>();
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = given().auth().oauth2(TestTokens.platformAdmin()).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/organizations");
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            names.addAll(PlainJson.of(page).getList("items.name"));
            ids.addAll(PlainJson.of(page).getList("items.id"));
            cursor = PlainJson.of(page).getString("nextCursor");
        } while (cursor != null);

        assertThat(names).contains("LISTED CLINIC");
        assertThat(ids)
                .contains(clinic.organization.toString())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void isChangedByItsAdministratorWhoHasSeenItsLastRevision() {
        var clinic = Clinic.opens();
        var changed = clinic.put(
                "admin", "/organization", "\"0\"", Body.organization().with("name", "NEW NAME"));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(PlainJson.of(changed).getString("name")).isEqualTo("NEW NAME");
        assertRefused(clinic.put("admin", "/organization", "\"0\"", Body.organization()), 412, "stale");
        assertRefused(clinic.put("admin", "/organization", null, Body.organization()), 428, "if-match-missing");
        assertThat(PlainJson.of(clinic.get("admin", "/organization")).getString("name"))
                .isEqualTo("NEW NAME");
    }

    @Test
    void isNotCreatedByAnybodyElse() {
        var clinic = Clinic.opens();

        for (var role : List.of("admin", "front-desk", "biller", "compliance", "system")) {
            var answer = Clinic.writing(clinic.token(role))
                    .body(Body.organization().toString())
                    .post("/api/v1/organizations");
            assertRefused(answer, 403, "forbidden");
        }
        assertRefused(clinic.get("admin", "/organizations"), 403, "forbidden");
    }

    @Test
    void thePlatformsAdministratorSeesNothingInside() {
        for (var path :
                List.of("/organization", "/patients", "/encounters", "/payers", "/practitioners", "/locations")) {
            var answer = given().auth().oauth2(TestTokens.platformAdmin()).get("/api/v1" + path);
            assertRefused(answer, 403, "forbidden");
        }
    }

    @Test
    void thatNobodyHasCreatedIsNotFound() {
        var answer =
                given().auth().oauth2(TestTokens.of(UUID.randomUUID(), "admin")).get("/api/v1/organization");

        assertRefused(answer, 404, "organization-not-found");
    }

    @Test
    void isRefusedWithEveryFaultNamed() {
        var answer = Clinic.writing(TestTokens.platformAdmin())
                .body(Body.organization()
                        .with("npi", "1912301954")
                        .with("taxId", "58765432")
                        .with("taxonomyCode", "FAMILY")
                        .with("timeZone", "Miami")
                        .with("address/state", "XX")
                        .with("address/postalCode", "3311")
                        .with("submitter/phone", "55-2222")
                        .with("submitter/contactName", "JER:RY")
                        .without("name")
                        .toString())
                .post("/api/v1/organizations");

        assertRefused(
                answer,
                400,
                "validation-failed",
                "/npi",
                "/taxId",
                "/taxonomyCode",
                "/timeZone",
                "/address/state",
                "/address/postalCode",
                "/submitter/phone",
                "/submitter/contactName",
                "/name");
    }
}
