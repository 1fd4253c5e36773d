package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.superbill.coding.codesystem.CodeRelease;
import org.superbill.coding.codesystem.CodeSpan;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.visit.DrugCode;

/** The injected drugs of HCPCS Level II, read from the descriptions of its active releases once for each change of them. */
@ApplicationScoped
class DrugCodes {
    /** Drugs that are not taken by mouth. Source: HCPCS Level II, section J. */
    private static final String DRUGS = "J";

    private final Codes codes;
    private volatile Known known = new Known(List.of(), List.of());

    DrugCodes(Codes codes) {
        this.codes = codes;
    }

    private record Known(List<CodeRelease> of, List<Dated> drugs) {}

    private record Dated(CodeSpan span, DrugCode drug) {
        boolean isOn(LocalDate day) {
            return !span.from().isAfter(day) && (span.to() == null || !span.to().isBefore(day));
        }
    }

    List<DrugCode> on(LocalDate day) {
        return known.drugs().stream()
                .filter(drug -> drug.isOn(day))
                .map(Dated::drug)
                .toList();
    }

    /** Reads them anew when other releases are active. Never in a caller's transaction: all codes are read by a cursor of its own. */
    void refresh() {
        var releases = codes.releases().of(CodeSystem.HCPCS);
        if (known.of().equals(releases.oldestFirst())) {
            return;
        }
        var drugs = new ArrayList<Dated>();
        codes.eachSpan(releases, span -> {
            if (span.code().startsWith(DRUGS)) {
                DrugCode.of(span.code(), span.longDescription()).ifPresent(drug -> drugs.add(new Dated(span, drug)));
            }
        });
        known = new Known(List.copyOf(releases.oldestFirst()), List.copyOf(drugs));
    }
}
