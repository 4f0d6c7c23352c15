;;; xmlcv.el --- Check CVs with xmlcv while writing  -*- lexical-binding: t -*-

;; Emacs 26 or newer: copy this file into a folder of `load-path', and put (require 'xmlcv) into the
;; init file. In a CV errors are underlined after each save: M-x flymake-goto-next-error goes to the
;; next one, M-x flymake-show-buffer-diagnostics (28 or newer) lists them. M-x compile offers the
;; command that makes the PDF.

;;; Code:

(require 'flymake)

(defvar xmlcv-program "xmlcv"
  "The program, by PATH or with its folder.")

(defvar-local xmlcv--process nil)

(defun xmlcv--report (source output report)
  "Call REPORT with what OUTPUT says of the buffer SOURCE."
  (let ((file (buffer-file-name source)) (found nil))
    (with-current-buffer output
      (goto-char (point-min))
      (while (re-search-forward
              "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(error\\|warning\\|note\\): \\(.*\\)$" nil t)
        (let ((line (string-to-number (match-string 2)))
              (column (string-to-number (match-string 3)))
              (type (pcase (match-string 4) ("error" :error) ("warning" :warning) (_ :note)))
              (text (match-string 5)))
          (when (equal (file-name-nondirectory (match-string 1)) (file-name-nondirectory file))
            (pcase-let ((`(,begin . ,end) (flymake-diag-region source line column)))
              (push (flymake-make-diagnostic source begin end type text) found))))))
    (funcall report (nreverse found))))

(defun xmlcv-flymake (report &rest _)
  "Check the file of this buffer, and call REPORT with what was found."
  (when (process-live-p xmlcv--process) (kill-process xmlcv--process))
  (let ((source (current-buffer)))
    (setq xmlcv--process
          (make-process
           :name "xmlcv" :noquery t :connection-type 'pipe
           :buffer (generate-new-buffer " *xmlcv*")
           :command (list xmlcv-program "check" "--message-format=short"
                          (file-name-nondirectory buffer-file-name))
           :sentinel
           (lambda (process _event)
             (unless (process-live-p process)
               (unwind-protect
                   (when (and (buffer-live-p source)
                              (eq process (buffer-local-value 'xmlcv--process source)))
                     (xmlcv--report source (process-buffer process) report))
                 (kill-buffer (process-buffer process)))))))))

(defun xmlcv--after-save ()
  "Check what was saved."
  (flymake-start))

(defun xmlcv-set-up ()
  "In a CV: check on each save, and offer the command that makes the PDF."
  (when (and buffer-file-name
             (save-excursion
               (goto-char (point-min))
               (search-forward "urn:xmlcv:1" 4000 t)))
    (setq-local compile-command
                (concat "xmlcv build " (shell-quote-argument
                                        (file-name-nondirectory buffer-file-name))))
    (setq-local flymake-no-changes-timeout nil)
    (add-hook 'flymake-diagnostic-functions #'xmlcv-flymake nil t)
    (add-hook 'after-save-hook #'xmlcv--after-save t t)
    (flymake-mode 1)))

(add-hook 'nxml-mode-hook #'xmlcv-set-up)

(provide 'xmlcv)

;;; xmlcv.el ends here
