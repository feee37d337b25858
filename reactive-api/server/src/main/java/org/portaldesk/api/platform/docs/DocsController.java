package org.portaldesk.api.platform.docs;

import io.swagger.v3.oas.annotations.Hidden;
import org.portaldesk.api.platform.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the pages. Springdoc's own way to them ends in 404 and reads jars on event loops. */
@Hidden
@RestController
class DocsController {

    private final DocsFiles files;

    DocsController(DocsFiles files) {
        this.files = files;
    }

    @GetMapping("/docs")
    ResponseEntity<byte[]> page() {
        return file(DocsFiles.PAGE);
    }

    @GetMapping("/docs/{file}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        var found = files.named(file).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().contentType(found.type()).body(found.content());
    }
}
