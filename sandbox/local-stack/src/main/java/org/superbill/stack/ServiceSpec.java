package org.superbill.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program of ours.
 * @param name its folder under the root ends so
 * @param folder where it is built, from the root
 * @param database the database that is its own
 * @param firstHeapMegabytes what it begins with: a full heap is collected whole before it is made larger, and while it is small its young objects are copied often
 * @param heapMegabytes the most memory for its objects
 */
record ServiceSpec(
        String name, String folder, Optional<String> database, Port port, int firstHeapMegabytes, int heapMegabytes) {
    static final List<ServiceSpec> ALL = List.of(
            new ServiceSpec("coding-service", "coding-service", Optional.of("coding"), Port.CODING_SERVICE, 512, 768),
            new ServiceSpec(
                    "billing-service", "billing-service", Optional.of("billing"), Port.BILLING_SERVICE, 64, 512),
            new ServiceSpec(
                    "patient-service", "patient-service", Optional.of("patient"), Port.PATIENT_SERVICE, 64, 384),
            new ServiceSpec("gateway", "gateway", Optional.of("gateway"), Port.GATEWAY, 64, 384),
            new ServiceSpec(
                    "payer-simulator", "sandbox/payer-simulator", Optional.empty(), Port.PAYER_SIMULATOR, 64, 256));

    Path jar(Path root) {
        return root.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** @throws StackException when it is not there */
    void requireBuilt(Path root) {
        if (!Files.exists(jar(root))) {
            throw new StackException("%s is not built (%s is missing): run \"mvn -DskipTests package\" in %s"
                    .formatted(name, jar(root), root));
        }
    }
}
