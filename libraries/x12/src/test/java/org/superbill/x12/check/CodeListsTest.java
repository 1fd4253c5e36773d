package org.superbill.x12.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.x12.X12Error;
import org.superbill.x12.check.ExternalCodes.Answer;

class CodeListsTest {
    private static List<String> asked(String example) {
        var asked = new ArrayList<String>();
        Examples.check(
                Examples.file(example, Examples.read(example)),
                Checker.upTo(SnipLevel.CODES).with((list, code, on) -> {
                    asked.add(list + " " + code + " " + on);
                    return Answer.VALID;
                }));
        return asked;
    }

    @Test
    void aProfessionalClaimsCodesAreOfTheDayOfService() {
        assertThat(asked("office-visit.837P"))
                .contains(
                        "ICD-10-CM J069 2026-03-02",
                        "ICD-10-CM Z23 2026-03-02",
                        "HCPCS 99213 2026-03-02",
                        "place of service (source 237) 11 2026-03-02",
                        "provider taxonomy (source 682) 207Q00000X 2026-03-02")
                .contains("states (source 22) FL null", "ZIP codes (source 51) 331110000 null");
    }

    @Test
    void anInpatientsCodesAreOfTheDayOfDischarge() {
        assertThat(asked("inpatient.837I"))
                .contains(
                        "ICD-10-CM I214 2026-03-01",
                        "ICD-10-CM R079 2026-03-01",
                        "ICD-10-PCS 027034Z 2026-03-01",
                        "DRG (source 229) 280 2026-03-01",
                        "value codes (source 132) 80 2026-03-01",
                        "condition codes (source 132) 09 2026-03-01",
                        "occurrence codes (source 132) 11 2026-03-01",
                        "occurrence span codes (source 132) 74 2026-03-01",
                        "HCPCS 92928 2026-02-26",
                        "revenue codes (source 132) 0120 2026-03-01");
    }

    @Test
    void aRemittancesReasonsAreOfTheDayOfPayment() {
        assertThat(asked("payment.835"))
                .contains(
                        "adjustment reasons (source 139) 45 2026-03-16",
                        "remark codes (source 411) N130 2026-03-16",
                        "HCPCS 99213 2026-03-02");
    }

    @Test
    void aStatusIsOfItsOwnDay() {
        assertThat(asked("status.277"))
                .contains(
                        "claim status category (source 507) F1 2026-03-16", "claim status (source 508) 65 2026-03-16");
    }

    @Test
    void eachListThatIsAskedForHasAName() {
        for (var example : Examples.all()) {
            for (var question : asked(example.getFileName().toString())) {
                assertThat(CodeLists.NAMES).anyMatch(name -> question.startsWith(name + " "));
            }
        }
    }

    @Test
    void aCodeThatIsNotInItsListIsAnErrorOnThatDayOnly() {
        ExternalCodes codes = (list, code, on) -> list.equals("HCPCS")
                        && code.equals("99213")
                        && LocalDate.of(2026, 3, 2).equals(on)
                ? Answer.INVALID
                : Answer.VALID;
        var visit = Examples.read("office-visit.837P");
        var errors = Examples.check(
                Examples.file("x.837P", visit), Checker.upTo(SnipLevel.CODES).with(codes));
        assertThat(Examples.told(errors)).containsExactly("ELEMENT 7 SV101-2");
        assertThat(errors.get(0).segment()).isEqualTo(25);
        assertThat(errors.get(0).snip()).isEqualTo(5);
        assertThat(errors).extracting(X12Error::value).containsExactly("99213");
        var later = visit.replace("DTP*472*D8*20260302", "DTP*472*D8*20260303");
        assertThat(Examples.check(
                        Examples.file("x.837P", later),
                        Checker.upTo(SnipLevel.CODES).with(codes)))
                .isEmpty();
    }

    @Test
    void ofAListThatIsNotAtHandNothingIsSaid() {
        var text = Examples.file("payment.835", Examples.read("payment.835"));
        assertThat(Examples.check(text, Checker.upTo(SnipLevel.CODES).with((list, code, on) -> Answer.UNKNOWN_LIST)))
                .isEmpty();
        assertThat(Examples.check(text, Checker.upTo(SnipLevel.SITUATION).with((list, code, on) -> Answer.INVALID)))
                .isEmpty();
    }

    @Test
    void statesOfOtherCountriesAreNotLookedUp() {
        var text = Examples.read("office-visit.837P").replace("N4*MIAMI*FL*33111\n", "N4*TORONTO*ON*M5V2T6*CA\n");
        var asked = new ArrayList<String>();
        Examples.check(
                Examples.file("x.837P", text), Checker.upTo(SnipLevel.CODES).with((list, code, on) -> {
                    asked.add(code);
                    return Answer.VALID;
                }));
        assertThat(asked).contains("FL").doesNotContain("ON", "M5V2T6");
    }
}
