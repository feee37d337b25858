package org.portaldesk.local.process;

import java.nio.file.Path;
import java.util.List;

/**
 * Where processes leave their logs ({@code logs/NAME.log}) and where it is remembered that they run
 * ({@code run/NAME.pid}).
 */
public record ProcessFolder(Path root) {

    public Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    public PidFile pid(String name) {
        return new PidFile(root.resolve("run").resolve(name + ".pid"));
    }

    /** What still runs of earlier starts whose parent was killed. */
    public List<PidFile> remembered() {
        return PidFile.in(root.resolve("run"));
    }
}
