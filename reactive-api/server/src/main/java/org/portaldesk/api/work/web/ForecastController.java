package org.portaldesk.api.work.web;

import org.portaldesk.api.work.Forecasts;
import org.portaldesk.contract.work.ForecastApi;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ForecastController implements ForecastApi {

    private final Forecasts forecasts;

    ForecastController(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public Mono<Forecast> forecast() {
        return forecasts.now();
    }
}
