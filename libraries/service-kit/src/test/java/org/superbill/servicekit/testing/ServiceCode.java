package org.superbill.servicekit.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of a service as ArchUnit sees them, without its tests; read once, for that takes seconds. */
final class ServiceCode {
    private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

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
