package org.superbill.coding.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.facts.SpanLine;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.codesystem.Releases;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.Problem;

/**
 * What is known of codes as files, for services that judge codes by the same rules: of each code system the days on which each code is valid, over all active releases, and
 * each edition of facts in use.
 */
@ApplicationScoped
class FactFiles {
    private static final String SPANS = "spans-";
    private static final String EDITION = "edition-";
    /** Another one whenever the same releases make other spans than before, so that they are fetched anew. */
    private static final String MAKING = "2";

    private final Codes codes;
    private final FactEditions editions;

    FactFiles(Codes codes, FactEditions editions) {
        this.codes = codes;
        this.editions = editions;
    }

    /** @param version another one whenever the file has changed */
    record FactFile(String name, String version) {}

    /** In no order; a code system without a release has no file. */
    List<FactFile> list() {
        var files = new ArrayList<FactFile>();
        for (var releases : codes.releases().bySystem()) {
            if (!releases.oldestFirst().isEmpty()) {
                files.add(new FactFile(SPANS + releases.system().id(), version(releases)));
            }
        }
        editions.list().stream()
                .filter(LoadedEdition::inUse)
                .forEach(edition -> files.add(new FactFile(name(edition), edition.sha256())));
        return files;
    }

    /** @throws Problem {@code CODE_FACTS_NOT_FOUND} */
    void write(String name, OutputStream out) {
        var writer = new PrintWriter(out, false, UTF_8);
        if (name.startsWith(SPANS)) {
            var releases = codes.releases().of(system(name.substring(SPANS.length())));
            var described = releases.system() == CodeSystem.ICD_10_CM; // only its rules read descriptions
            codes.eachSpan(
                    releases,
                    span -> writer.write(SpanLine.write(new CodeSpan(
                            span.code(),
                            span.billable(),
                            described ? span.longDescription() : "",
                            span.from(),
                            span.to()))));
        } else {
            writer.write(editions.read(edition(name)).text());
        }
        writer.flush();
    }

    /** Before the answer begins. @throws Problem {@code CODE_FACTS_NOT_FOUND} */
    void require(String name) {
        if (name.startsWith(SPANS)) {
            system(name.substring(SPANS.length()));
        } else {
            edition(name);
        }
    }

    private LoadedEdition edition(String name) {
        return editions.list().stream()
                .filter(edition -> edition.inUse() && name(edition).equals(name))
                .findFirst()
                .orElseThrow(FactFiles::notFound);
    }

    private static CodeSystem system(String id) {
        return CodeSystem.of(id).orElseThrow(FactFiles::notFound);
    }

    private static Problem notFound() {
        return new Problem(CodeFactProblem.CODE_FACTS_NOT_FOUND, "There is no such file of facts");
    }

    private static String name(LoadedEdition edition) {
        return EDITION + edition.kind() + "-" + edition.label();
    }

    private static String version(Releases releases) {
        var of = releases.oldestFirst().stream()
                .map(release -> "%d %s %s".formatted(release.id(), release.effectiveFrom(), release.sha256()))
                .collect(Collectors.joining("\n"));
        return Sha256.hex(MAKING + "\n" + of);
    }
}
