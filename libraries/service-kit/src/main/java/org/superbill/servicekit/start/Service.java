package org.superbill.servicekit.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The main class of every service: before anything starts, what has no default must be set. */
@QuarkusMain
public class Service {
    public static void main(String... arguments) {
        var complaint = RequiredSettings.complaint(name -> System.getProperty(name, System.getenv(name)));
        if (!complaint.isEmpty()) {
            System.err.println(complaint);
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
