package org.superbill.coding.training;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.codingcase.CodingRequest;
import org.superbill.coding.codingcase.Service;

/**
 * A practice case with its right answer.
 *
 * @param note what the coder reads; of no real patient
 * @param services as a clinic would have completed them
 * @param gold the right coding, all of it
 * @param explanation why it is right; shown after an attempt
 */
@Schema(name = "PracticeCaseDetails")
record PracticeCaseDetails(
        @NotBlank @Size(max = 200) String title,
        @NotNull CaseKind kind,
        @NotNull LocalDate serviceDate,
        @NotBlank @Size(max = 100_000) String note,
        @NotNull @Size(max = 50) List<@NotNull @Valid PracticeService> services,
        @NotNull @Valid CodingRequest gold,
        @Nullable @Size(max = 10_000) String explanation) {
    static final String EXAMPLE = """
            {"title":"Sore throat, strep positive","kind":"professional","serviceDate":"2026-03-02",\
            "note":"Sore throat for two days. Rapid strep test positive. Amoxicillin.",\
            "services":[{"lineNumber":1,"procedureCode":"99213"}],\
            "gold":{"diagnoses":["J02.0"],"lines":[{"lineNumber":1,"procedureCode":"99213","units":1,"diagnosisPointers":[1]}]},\
            "explanation":"The organism is named, so the pharyngitis is streptococcal."}""";

    /** A service as a clinic would have completed it. */
    @Schema(name = "PracticeService")
    record PracticeService(
            @NotNull @Min(1) @Max(9999) Integer lineNumber,

            @NotNull @Pattern(regexp = "[0-9A-Z]{5}") String procedureCode) {}

    /** As the clinic would have told them: one unit each, on the day of the case. */
    List<Service> codedServices() {
        return services.stream()
                .map(service -> new Service(
                        service.lineNumber(), service.procedureCode(), List.of(), BigDecimal.ONE, 0, serviceDate, null))
                .toList();
    }
}
