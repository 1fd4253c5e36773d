package org.superbill.patient.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;

@ServiceTest
class PatientTest {
    private Clinic clinic;

    @BeforeEach
    void aClinic() {
        clinic = Clinic.opens();
    }

    @Test
    void isRegisteredReadAndChanged() {
        var id = clinic.registers(Body.patient().with("phone", "(305) 555-3333").with("middleName", " "));

        var read = clinic.get("biller", "/patients/" + id);
        assertThat(PlainJson.of(read).getString("phone")).isEqualTo("3055553333");
        assertThat(PlainJson.of(read).getString("birthDate")).isEqualTo("1973-05-01");
        assertThat(PlainJson.of(read).getString("sex")).isEqualTo("male");
        assertThat(PlainJson.of(read).getString("middleName")).isNull();
        var changed = clinic.put(
                "front-desk",
                "/patients/" + id,
                read.header("ETag"),
                Body.patient().with("lastName", "JONES").with("sex", "unknown"));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);

        assertThat(PlainJson.of(clinic.get("clinician", "/patients/" + id)).getString("lastName"))
                .isEqualTo("JONES");
    }

    @Test
    void isFoundByTheBeginningOfANameByBirthDateAndByRecordNumber() {
        var ted = clinic.registers(Body.patient().with("medicalRecordNumber", "MRN-1"));
        var ann = clinic.registers(Body.patient()
                .with("firstName", "ANN")
                .with("lastName", "O'BRIEN")
                .with("birthDate", "1980-12-31"));
        var odd = clinic.registers(Body.patient().with("firstName", "A%_!").with("lastName", "ZZ"));

        assertFinds("name", "smi", ted);
        assertFinds("name", "Te", ted);
        assertFinds("name", "o'b", ann);
        assertFinds("name", "a", ann, odd);
        assertFinds("name", "a%_!", ann, odd);
        assertFinds("name", "%");
        assertFinds("name", "mith");
        assertFinds("birthDate", "1980-12-31", ann);
        assertFinds("medicalRecordNumber", "MRN-1", ted);
        assertFinds("medicalRecordNumber", "MRN");
        assertThat(PlainJson.of(clinic.post(
                                "front-desk",
                                "/patients/search",
                                Body.of("{\"name\": \"z\", \"birthDate\": \"1980-12-31\"}")))
                        .getList("items"))
                .isEmpty();
        assertThat(PlainJson.of(clinic.get("front-desk", "/patients")).getList("items.id", UUID.class))
                .containsExactlyInAnyOrder(ted, ann, odd);
    }

    @Test
    void isFoundByFirstAndLastNameAsPeopleTypeThem() {
        var maria =
                clinic.registers(Body.patient().with("firstName", "MARIA JOSE").with("lastName", "GARCIA-LOPEZ"));
        var brien = clinic.registers(Body.patient()
                .with("firstName", "Sean")
                .with("middleName", "J.")
                .with("lastName", "O'Brien"));
        var cruz = clinic.registers(Body.patient().with("firstName", "MARIO").with("lastName", "DE LA CRUZ"));

        for (var typed : List.of(
                "MARIA LOPEZ",
                "LOPEZ, MARIA",
                "Lopez Maria",
                "garcia,maria",
                "García-López",
                "GARCIALOPEZ",
                "mar gar",
                "José")) {
            assertFinds("name", typed, maria);
        }
        for (var typed : List.of("OBRIEN", "O'Brien", "o’brien", "BRIEN", "sean j o'b", "O'BRIEN, SEAN")) {
            assertFinds("name", typed, brien);
        }
        for (var typed : List.of("DELACRUZ", "de la cruz", "cruz mario")) {
            assertFinds("name", typed, cruz);
        }
        assertFinds("name", "mar", maria, cruz);
        assertFinds("name", "maria cruz");
        assertFinds("name", "m% l_pez");
        assertFinds("name", "' , -");

        clinic.put("front-desk", "/patients/" + cruz, "\"0\"", Body.patient());
        assertFinds("name", "cruz");
        assertFinds("name", "smith ted", cruz);
        assertThat(Clinic.opens()
                        .post("front-desk", "/patients/search", Body.of("{\"name\": \"maria\"}"))
                        .asString())
                .contains("\"items\":[]");
        assertRefused(
                clinic.post("front-desk", "/patients/search", Body.of("{}").with("name", "x ".repeat(61))),
                400,
                "validation-failed",
                "/name");
    }

    @Test
    void aRecordNumberIsOnePatientAndNoneIsMany() {
        clinic.registers(Body.patient().with("medicalRecordNumber", "MRN-1"));
        clinic.registers(Body.patient());
        var other = clinic.registers(Body.patient());

        assertRefused(
                clinic.post("front-desk", "/patients", Body.patient().with("medicalRecordNumber", " MRN-1 ")),
                409,
                "patient-record-number-taken",
                "/medicalRecordNumber");
        assertRefused(
                clinic.put(
                        "front-desk",
                        "/patients/" + other,
                        "\"0\"",
                        Body.patient().with("medicalRecordNumber", "MRN-1")),
                409,
                "patient-record-number-taken",
                "/medicalRecordNumber");
    }

    @ParameterizedTest
    @CsvSource({
        "lastName,SM~ITH",
        "lastName,SM*ITH",
        "lastName,SM:ITH",
        "lastName,SM^ITH",
        "firstName,JOSÉ",
        "lastName,''",
        "sex,other",
        "birthDate,1879-12-31",
        "birthDate,2999-01-01",
        "birthDate,01/05/1973",
        "phone,12345"
    })
    void aFieldThatNoClaimCanCarryIsRefused(String field, String value) {
        assertRefused(
                clinic.post("front-desk", "/patients", Body.patient().with(field, value)),
                400,
                "validation-failed",
                "/" + field);
        assertThat(PlainJson.of(clinic.get("front-desk", "/patients")).getList("items"))
                .isEmpty();
    }

    @Test
    void isRefusedWhenItIsStaleOrSomebodyElseMayNot() {
        var id = clinic.registers(Body.patient());
        clinic.put("front-desk", "/patients/" + id, "\"0\"", Body.patient().with("lastName", "FIRST"));

        assertRefused(clinic.put("front-desk", "/patients/" + id, "\"0\"", Body.patient()), 412, "stale");
        assertRefused(clinic.put("front-desk", "/patients/" + id, null, Body.patient()), 428, "if-match-missing");
        assertRefused(clinic.put("biller", "/patients/" + id, "\"1\"", Body.patient()), 403, "forbidden");
        assertRefused(clinic.get("poster", "/patients/" + id), 403, "forbidden");
        assertRefused(
                clinic.put("front-desk", "/patients/" + UUID.randomUUID(), "\"0\"", Body.patient()),
                404,
                "patient-not-found");
        assertThat(PlainJson.of(clinic.get("front-desk", "/patients/" + id)).getString("lastName"))
                .isEqualTo("FIRST");
    }

    private void assertFinds(String query, String value, UUID... expected) {
        assertThat(PlainJson.of(clinic.post(
                                "front-desk", "/patients/search", Body.of("{}").with(query, value)))
                        .getList("items.id", UUID.class))
                .as("%s=%s", query, value)
                .containsExactly(expected);
    }
}
