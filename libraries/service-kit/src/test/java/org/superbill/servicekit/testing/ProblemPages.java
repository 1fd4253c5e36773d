package org.superbill.servicekit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import org.superbill.servicekit.problem.ProblemType;

/** The page in docs/problems of each problem that a package and those in it can answer. */
public final class ProblemPages {
    private ProblemPages() {}

    /** @param packageName of the service, e.g. {@code org.superbill.billing} */
    public static void check(String packageName) {
        var problems = of(packageName);
        assertThat(problems).as("problems of " + packageName).isNotEmpty();
        problems.forEach(problem -> GeneratedDocs.check("docs/problems/%s.md".formatted(problem.slug()), """
                        # %s

                        `%s` · status %d

                        %s
                        """.formatted(
                        problem.title(),
                        problem.uri(),
                        problem.status(),
                        problem.explanation().isEmpty()
                                ? "The title says it all; nothing was changed."
                                : problem.explanation())));
    }

    private static List<ProblemType> of(String packageName) {
        return ServiceCode.of(packageName).stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of((ProblemType[]) type.getEnumConstants()))
                .toList();
    }
}
