package org.superbill.servicekit.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of a service as ArchUnit sees them, without its tests; read once, for that takes seconds. */
final class ServiceCode {
    private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

    static { // of others' classes the rules ask for names and supertypes only, not for what those call in turn
        var resolution = "import.dependencyResolutionProcess.maxIterationsFor";
        for (var kind : List.of("MemberTypes", "AccessesToTypes", "AnnotationTypes", "GenericSignatureTypes")) {
            ArchConfiguration.get().setProperty(resolution + kind, "0");
        }
    }

    private ServiceCode() {}

    /** @param root the service's package, e.g. {@code org.superbill.billing} */
    static JavaClasses of(String root) {
        return READ.computeIfAbsent(
                root,
                name -> new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(name));
    }
}
