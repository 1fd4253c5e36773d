package org.superbill.coding.suggestion;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;

/** The procedures of a visit that its notes support. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class VisitSuggestionApiTest extends WithSuggestions {
    @Test
    void twoNotesOfOneVisitAreReadTogether() {
        var nurse = "Flu shot given IM left deltoid. Hypertension.";
        var doctor =
                "Assessment: Hypertension, stable. Hyperlipidemia, stable. Plan: Continue lisinopril 10 mg. Tdap given IM.";

        CODER.post(
                        "/api/v1/code-suggestions",
                        note(nurse, doctor)
                                .replace(
                                        "{\"notes\"",
                                        "{\"setting\":\"office\",\"on\":\"2026-03-02\",\"ageYears\":60,\"notes\""))
                .statusCode(200)
                .body("suggestions.findAll { it.code.startsWith('992') }.code", contains("99214"))
                .body("suggestions.findAll { it.code.startsWith('9047') }.code", contains("90471", "90472"))
                .body("suggestions.find { it.code == 'I10' }.evidence.note", contains(0, 1))
                .body("suggestions.find { it.code == 'I10' }.evidence[0].start", equalTo(nurse.indexOf("Hypertension")))
                .body("suggestions.find { it.code == '99214' }.evidence.note", hasItems(0, 1))
                .body("suggestions.find { it.code == '90715' }.evidence[0].start", equalTo(doctor.indexOf("Tdap")))
                .body("suggestions.find { it.code == '90715' }.evidence[0].section", equalTo("plan"));
    }

    @Test
    void aProcedureBelowTheThresholdIsAbstainedOnAndSaysWhatIsMissing() {
        var knee = "Right knee osteoarthritis. Injection of the right knee with 40 mg triamcinolone done.";

        CODER.post(aCase() + "/suggestions", note(knee))
                .statusCode(200)
                .body("suggestions.proposed.code", hasItem("20610"))
                .body("suggestions.proposed.code.findAll { it.startsWith('992') }", empty())
                .body("abstentions.find { it.code.startsWith('992') }.system", equalTo("cpt"))
                .body("abstentions.find { it.code.startsWith('992') }.missing", containsString("beyond what was done"))
                .body("abstentions.find { it.code.startsWith('992') }.query", containsString("Please document"))
                .body("abstentions.find { it.code.startsWith('992') }.evidence", not(empty()));
    }

    @Test
    void anEhrSendsANarrativeAndGetsTheLevelOfTheVisitToo() {
        var narrative =
                "<div><h2>Assessment</h2><p>Hypertension, stable. Hyperlipidemia, stable.</p><h2>Plan</h2><p>Continue lisinopril 10 mg.</p></div>";
        var request =
                "{\"setting\":\"office\",\"on\":\"2026-03-02\",\"ageYears\":60,\"notes\":[{\"format\":\"markup\",\"text\":\""
                        + narrative + "\"}]}";

        CODER.post("/api/v1/code-suggestions", request)
                .statusCode(200)
                .body("suggestions.code", hasItems("I10", "E78.5", "99214"))
                .body("suggestions.code", not(hasItem("99215")))
                .body(
                        "suggestions.find { it.code == '99214' }.evidence.text",
                        contains("Hypertension", "Hyperlipidemia", "Continue lisinopril"))
                .body(
                        "suggestions.find { it.code == '99214' }.evidence.section",
                        contains("assessment", "assessment", "plan"))
                .body(
                        "suggestions.find { it.code == '99214' }.evidence[2].start",
                        equalTo(narrative.indexOf("Continue lisinopril")))
                .body(
                        "suggestions.find { it.code == 'I10' }.evidence[0].start",
                        equalTo(narrative.indexOf("Hypertension")))
                .body("suggestions.find { it.code == 'I10' }.evidence[0].section", equalTo("assessment"));
    }

    @Test
    void aDrugThatWasInjectedIsProposedByItsDoseWithTheVeryWords() {
        var text =
                "Assessment: Acute pharyngitis. Plan: Gave ceftriaxone 600 mg IM, 400 mg discarded from the single-dose vial.";

        CODER.post("/api/v1/code-suggestions", office(text))
                .statusCode(200)
                .body("suggestions.find { it.code == 'J0696' }.system", equalTo("hcpcs"))
                .body("suggestions.find { it.code == 'J0696' }.units", equalTo(3))
                .body("suggestions.find { it.code == 'J0696' }.title", containsString("ceftriaxone sodium, per 250 mg"))
                .body("suggestions.find { it.code == 'J0696' }.evidence[0].text", equalTo("ceftriaxone 600 mg IM"))
                .body(
                        "suggestions.find { it.code == 'J0696' }.evidence[0].start",
                        equalTo(text.indexOf("ceftriaxone 600")))
                .body("suggestions.find { it.code == 'J0696' }.evidence[0].section", equalTo("plan"))
                .body(
                        "suggestions.find { it.code == 'J0696' }.why",
                        hasItem(containsString("1 unit on a line of its own with modifier JW")))
                .body("suggestions.find { it.code == 'J0696' }.why", hasItem(startsWith("Not J")));
    }

    @Test
    void aDrugWhoseFormOrDoseTheNoteLeavesOpenIsAQuestion() {
        CODER.post(
                        "/api/v1/code-suggestions",
                        office("Assessment: Sciatica. Plan: Methylprednisolone 80 mg IM given. Ketorolac IM given."))
                .statusCode(200)
                .body("suggestions.code.findAll { it.startsWith('J') }", empty())
                .body("abstentions.find { it.code == 'J1010 or J2919' }.missing", containsString("which form"))
                .body("abstentions.find { it.code == 'J1885' }.missing", equalTo("the dose that was given"))
                .body("abstentions.find { it.code == 'J1885' }.query", containsString("Please document"));
    }

    @Test
    void everyProcedureThatIsProposedSaysWhyItIsNotItsNeighbour() {
        CODER.post(
                        "/api/v1/code-suggestions",
                        office(
                                "Assessment: Hypertension, stable. Hyperlipidemia, stable. Plan: Continue lisinopril 10 mg. Tdap given IM. "
                                        + "Injection of the right knee done. Rapid strep negative. Ketorolac 60 mg IM given."))
                .statusCode(200)
                .body(
                        "suggestions.findAll { it.system != 'icd-10-cm' }.code",
                        hasItems("99214", "90715", "90471", "20610", "J1885"))
                .body(
                        "suggestions.findAll { it.system != 'icd-10-cm' && !it.why.any { why -> why.startsWith('Not ') } }.code",
                        empty());
    }

    @Test
    void beforeTheFirstReleaseOfIcd10NothingIsProposedAndTheAnswerSaysWhatIsMissing() {
        CODER.post("/api/v1/code-suggestions", office("Hypertension.").replace("2026-03-02", "2024-09-30"))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/suggestions-without-release"))
                .body("detail", containsString("2024-09-30"))
                .body("detail", containsString("2024-10-01"));
    }

    private static String office(String text) {
        return note(text)
                .replace("{\"notes\"", "{\"setting\":\"office\",\"on\":\"2026-03-02\",\"ageYears\":40,\"notes\"");
    }
}
