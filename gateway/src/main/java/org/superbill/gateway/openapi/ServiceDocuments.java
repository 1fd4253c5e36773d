package org.superbill.gateway.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.net.URL;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Adds the services' documents to the gateway's own, once, in the build. They are resources named {@code services/NAME/openapi.yaml},
 * copied from the files that are checked in beside each service.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ServiceDocuments.AFTER_THE_KIT)
public class ServiceDocuments implements OASFilter {

    /** The kit describes what all services have in common (priority 1); in the services' documents it is there already. */
    static final int AFTER_THE_KIT = 0;

    private static final List<String> SERVICES = List.of("patient-service", "coding-service", "billing-service");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var merged = new MergedDocument(document);
        for (var service : SERVICES) {
            merged.add(OpenApiFile.read(resource(service)), service);
        }
        merged.requireNoConflicts();
    }

    private static URL resource(String service) {
        var name = "services/" + service + "/openapi.yaml";
        var found = Thread.currentThread().getContextClassLoader().getResource(name);
        if (found == null) {
            throw new IllegalStateException("%s is missing: build %s first, its build writes %s/openapi.yaml"
                    .formatted(name, service, service));
        }
        return found;
    }
}
