package org.superbill.coding.codingquery;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.WithEvents;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestTokens;

/** What tests of queries share: who asks, who answers, and questions about a note of a case in work. */
abstract class WithQueries extends WithEvents {
    final UUID organization = UUID.randomUUID();
    final UUID note = UUID.randomUUID();
    final Api coder = Api.as(organization, "coder");
    final UUID doctor = UUID.randomUUID();
    final Api clinician = practitioner("clinician", doctor.toString(), List.of());
    final Api admin = Api.as(organization, "admin");

    @Inject
    Queries queries;

    @Inject
    Tenancy tenancy;

    final Api practitioner(String subject, String id, List<String> coversFor) {
        return Api.as(TestTokens.sign(TestTokens.claims(subject, "clinician")
                .claim("organization", organization.toString())
                .claim("practitioner", id)
                .claim("covers_for", coversFor)));
    }

    final void look() {
        tenancy.as(organization, queries::takeNextSteps);
    }

    final void daysLater(int days) {
        clocks.moveTo(clock.instant().plus(Duration.ofDays(days)));
    }

    final String caseInWork() {
        var clinic = new Encounters(events(), organization);
        clinic.hasPractitioner(doctor);
        var path = clinic.stay(
                        coder,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        new EncounterCompleted.Document(note, "progress-note", "00"))
                .get(0);
        coder.post(path + "/assign", "{}", Encounters.etag(coder, path)).statusCode(200);
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        return path;
    }

    /** Once the terms that conditions are recognized by are read, and the practitioner has been heard of. */
    final String written(String casePath, String text) {
        return await().atMost(Duration.ofMinutes(4))
                .until(() -> coder.post(casePath + "/queries", text).extract(), answer -> answer.statusCode() == 201)
                .header("Location");
    }

    final String sent(String casePath) {
        var query = written(casePath, question());
        coder.post(query + "/send", "", Encounters.etag(coder, query)).statusCode(200);
        return query;
    }

    final String question() {
        return """
                {"practitionerId":"%s","form":"multiple-choice","purpose":"diagnosis","title":"Clarification of findings",
                 "question":"Please document the condition, if any, that the findings quoted below stand for.",
                 "indicators":[{"documentId":"%s","section":"LABS","start":%d,"quote":"Na 128 mmol/L"}],
                 "options":[{"kind":"diagnosis","text":"Hyponatremia","supportedBy":[0]},
                   {"kind":"answer","text":"Finding without clinical significance","supportedBy":[]},
                   {"kind":"other","text":"Other","supportedBy":[]},
                   {"kind":"unable-to-determine","text":"Unable to determine","supportedBy":[]}]}""".formatted(doctor, note, RecordDouble.TEXT.indexOf("Na 128"));
    }

    final String yesNo(String question) {
        return """
                {"form":"yes-no","purpose":"documented-elsewhere","title":"Clarification of findings","question":"%s","diagnosis":"pneumonia",
                 "indicators":[{"documentId":"%s","section":"RADIOLOGY","start":%d,"quote":"pneumonia"}],"options":[]}""".formatted(question, note, RecordDouble.TEXT.indexOf("pneumonia"));
    }

    static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
