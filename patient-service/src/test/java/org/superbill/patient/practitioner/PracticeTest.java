package org.superbill.patient.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;

/** Practitioners and locations. */
@ServiceTest
class PracticeTest {
    private Clinic clinic;

    @BeforeEach
    void aClinic() {
        clinic = Clinic.opens();
    }

    @Test
    void aPractitionerIsRegisteredReadListedAndChanged() {
        var npi = Body.unusedNpi();
        var created = clinic.post("admin", "/practitioners", Body.practitioner().with("npi", npi));
        var id = Clinic.created(created);
        assertThat(created.header("Location")).endsWith("/api/v1/practitioners/" + id);

        var read = clinic.get("front-desk", "/practitioners/" + id);
        assertThat(PlainJson.of(read).getString("npi")).isEqualTo(npi);
        var changed = clinic.put(
                "admin",
                "/practitioners/" + id,
                read.header("ETag"),
                Body.practitioner().with("npi", npi).with("middleName", "X"));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(PlainJson.of(clinic.get("admin", "/practitioners")).getList("items.middleName"))
                .containsExactly("X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "123456789", "ABCDEFGHIJ", ""})
    void anNpiWithoutARightCheckDigitIsRefused(String npi) {
        var answer = clinic.post("admin", "/practitioners", Body.practitioner().with("npi", npi));

        assertRefused(answer, 400, "validation-failed", "/npi");
        assertThat(PlainJson.of(clinic.get("admin", "/practitioners")).getList("items"))
                .isEmpty();
    }

    @Test
    void anNpiIsThereOnceInAnOrganizationAndMayBeInAnother() {
        var practitioner = Body.practitioner();
        clinic.hires(practitioner);

        assertRefused(clinic.post("admin", "/practitioners", practitioner), 409, "practitioner-duplicate", "/npi");
        assertThat(Clinic.opens().hires(practitioner)).isNotNull();
    }

    @Test
    void aChangeToTheNpiOfAnotherIsRefused() {
        var taken = Body.practitioner();
        clinic.hires(taken);
        var id = clinic.hires(Body.practitioner());

        var answer = clinic.put("admin", "/practitioners/" + id, "\"0\"", taken);

        assertRefused(answer, 409, "practitioner-duplicate", "/npi");
        assertThat(clinic.get("admin", "/practitioners/" + id).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void pagesAreCompleteAndStableUnderInserts() {
        var made = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            made.add(clinic.hires(Body.practitioner()).toString());
        }
        var first = PlainJson.of(clinic.get("admin", "/practitioners", "limit", 2));
        made.add(clinic.hires(Body.practitioner()).toString());

        var seen = new ArrayList<String>(first.getList("items.id"));
        for (var cursor = first.getString("nextCursor"); cursor != null; ) {
            var page = PlainJson.of(clinic.get("admin", "/practitioners", "limit", 2, "cursor", cursor));
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        }

        assertThat(seen).containsExactlyElementsOf(made);
        assertRefused(clinic.get("admin", "/practitioners", "limit", 0), 400, "validation-failed", "?limit");
        assertRefused(clinic.get("admin", "/practitioners", "cursor", "x"), 400, "validation-failed", "?cursor");
    }

    @Test
    void aLocationWithoutNumberAndAddressIsTheOrganizationsOwnPlace() {
        var id = clinic.rents(Body.location().with("name", "Seaway office"));

        var read = PlainJson.of(clinic.get("front-desk", "/locations/" + id));
        assertThat(read.getString("placeOfService")).isEqualTo("11");
        assertThat(read.getString("npi")).isNull();
        assertRefused(
                clinic.post("admin", "/locations", Body.location().with("name", "Seaway office")),
                409,
                "location-duplicate",
                "/name");
    }

    @Test
    void aLocationIsChanged() {
        var id = clinic.rents(Body.location());

        var changed = clinic.put(
                "admin",
                "/locations/" + id,
                "\"0\"",
                Body.location()
                        .with("npi", Body.unusedNpi())
                        .with(
                                "address",
                                Body.of(
                                        "{\"line1\": \"1 A ST\", \"city\": \"MIAMI\", \"state\": \"FL\", \"postalCode\": \"33413-0001\"}")));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(PlainJson.of(changed).getString("address.postalCode")).isEqualTo("334130001");
        assertRefused(
                clinic.post(
                        "admin",
                        "/locations",
                        Body.location().with("placeOfService", "1").with("npi", "1")),
                400,
                "validation-failed",
                "/placeOfService",
                "/npi");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertRefused(clinic.get("admin", "/practitioners/" + UUID.randomUUID()), 404, "practitioner-not-found");
        assertRefused(clinic.get("admin", "/locations/" + UUID.randomUUID()), 404, "location-not-found");
        assertRefused(clinic.get("admin", "/practitioners/not-a-uuid"), 404, "not-found");
    }

    @Test
    void theFrontDeskReadsAndDoesNotWrite() {
        assertRefused(clinic.post("front-desk", "/practitioners", Body.practitioner()), 403, "forbidden");
        assertRefused(clinic.post("front-desk", "/locations", Body.location()), 403, "forbidden");
        assertThat(PlainJson.of(clinic.get("front-desk", "/practitioners")).getList("items"))
                .isEmpty();
    }
}
