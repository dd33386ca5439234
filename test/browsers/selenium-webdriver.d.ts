/** The part of selenium-webdriver that the WebKit smoke uses; the package comes without types. */
declare module 'selenium-webdriver' {
  export class Builder {
    /** Takes nothing from environment variables named SELENIUM_*. */
    disableEnvironmentOverrides(): this;
    usingServer(url: string): this;
    withCapabilities(capabilities: Record<string, unknown>): this;
    build(): PromiseLike<WebDriver>;
  }

  export interface WebDriver {
    getCapabilities(): Promise<Capabilities>;
    get(url: string): Promise<void>;
    navigate(): { refresh(): Promise<void> };
    /** An element of the page comes back as a WebElement, everything else as JSON would carry it. */
    executeScript<T>(body: string, ...values: unknown[]): Promise<T>;
    actions(): Actions;
    /** PNG in base64. */
    takeScreenshot(): Promise<string>;
  }

  /** What mouse and keyboard do, one thing after the other, once it is told to perform. */
  export interface Actions {
    move(to: { origin: WebElement }): this;
    click(): this;
    sendKeys(text: string): this;
    perform(): Promise<void>;
  }

  export interface WebElement {
    getId(): Promise<string>;
  }

  export interface Capabilities {
    getBrowserName(): string;
    getBrowserVersion(): string;
  }
}
