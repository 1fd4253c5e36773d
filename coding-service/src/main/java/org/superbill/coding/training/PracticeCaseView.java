package org.superbill.coding.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseKind;

/** A practice case as those see it who practise: without the right answer. */
@Schema(name = "PracticeCase")
record PracticeCaseView(
        UUID id,
        String title,
        CaseKind kind,
        LocalDate serviceDate,
        String note,
        List<PracticeCaseDetails.PracticeService> services,
        String madeBy,
        Instant madeAt,
        boolean retired) {
    PracticeCaseView {
        services = List.copyOf(services);
    }

    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000080","title":"Sore throat, strep positive","kind":"professional",\
            "serviceDate":"2026-03-02","note":"Sore throat for two days. Rapid strep test positive. Amoxicillin.",\
            "services":[{"lineNumber":1,"procedureCode":"99213"}],"madeBy":"eve","madeAt":"2026-03-02T15:00:00Z","retired":false}""";
    static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "PracticeCasePage")
    record Listed(List<PracticeCaseView> items, @Nullable String nextCursor) {}
}
