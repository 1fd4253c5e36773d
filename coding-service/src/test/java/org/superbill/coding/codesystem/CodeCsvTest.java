package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

class CodeCsvTest {
    @Test
    void readsCodesDescriptionsAndDates() {
        var rows = read("""
                code,display,billable,longDescription,validFrom,validTo
                90658,"Flu vaccine, given by needle",true,,2026-01-01,
                9047a,Giving a vaccine,FALSE,Giving a vaccine to a patient,,2026-06-30
                """);
        assertThat(rows)
                .containsExactly(
                        new CodeRow(
                                "90658",
                                true,
                                "Flu vaccine, given by needle",
                                "Flu vaccine, given by needle",
                                LocalDate.of(2026, 1, 1),
                                null),
                        new CodeRow(
                                "9047A",
                                false,
                                "Giving a vaccine",
                                "Giving a vaccine to a patient",
                                null,
                                LocalDate.of(2026, 6, 30)));
    }

    @Test
    void namesEveryBadRowByItsLine() {
        var errors = errors("""
                code,display,billable
                90658,Flu vaccine,true
                Z23,A diagnosis,true
                90658,The same again,true
                90471,,true
                90472,Giving another vaccine,perhaps
                90473,One field too many,true,more
                """);
        assertThat(errors)
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        tuple("/lines/3/code", "not-a-code"),
                        tuple("/lines/4/code", "twice"),
                        tuple("/lines/5/display", "required"),
                        tuple("/lines/6/billable", "not-true-or-false"),
                        tuple("/lines/7", "field-count"));
        assertThat(errors.get(0).message()).startsWith("Line 3: ").doesNotContain("Z23");
    }

    @Test
    void refusesAFileWithoutTheColumnsThatItNeeds() {
        assertThat(errors("code,description\n90658,Flu vaccine\n"))
                .extracting(FieldError::code)
                .containsExactly("header-missing", "header-missing", "header-unknown");
        assertThat(errors("")).extracting(FieldError::code).containsExactly("empty");
        assertThat(errors("code,display,billable\n"))
                .extracting(FieldError::code)
                .containsExactly("empty");
    }

    @Test
    void refusesDatesThatAreNoneOrRunBackwards() {
        assertThat(errors("""
                        code,display,billable,validFrom,validTo
                        90658,Flu vaccine,true,2026-02-30,
                        90471,Giving a vaccine,true,2026-03-02,2026-03-01
                        """))
                .extracting(FieldError::pointer)
                .containsExactly("/lines/2/validFrom", "/lines/3/validTo");
    }

    @Test
    void showsTheFirstFiftyErrors() {
        assertThat(errors("code,display,billable\n" + "x,y,z\n".repeat(200))).hasSize(50);
    }

    private static List<CodeRow> read(String csv) {
        return CodeCsv.read(CodeSystem.CPT, new ByteArrayInputStream(csv.getBytes(UTF_8)));
    }

    private static List<FieldError> errors(String csv) {
        var problem = catchThrowableOfType(Problem.class, () -> read(csv));
        assertThat(problem).as("a problem").isNotNull();
        assertThat(problem.type()).isEqualTo(CodeSystemProblem.CODE_RELEASE_ROWS_INVALID);
        return problem.errors();
    }
}
